// Runs in the page: every library behind the same three functions. `build` makes what is searched,
// `search` gives how many documents a query finds, and knows the kinds of queries it can answer.
globalThis.libraries = {
  Dossier: {
    async build() {
      const start = performance.now();
      this.opened = wasm_bindgen.Opened.open(image);
      return { ready: performance.now() - start, shipped: 0 };
    },
    search: {
      word() { return (words) => this.opened.ranked(`${words[0]} `); },
      'two words'() { return (words) => this.opened.ranked(`${words.join(' ')} `); },
      'beginning of a word'() { return (words) => this.opened.ranked(`${words[0]}*`); },
      'phrase of two words'() { return (words) => this.opened.ranked(`"${words.join(' ')}"`); },
      'one slip of the pen'() { return (words) => this.opened.ranked(`${words[0]}~1`); },
    },
  },
  'the same with counts, snippets and its answer packed': {
    async build() {
      this.opened = libraries.Dossier.opened;
      return { shipped: 0 };
    },
    search: {
      word() { return (words) => this.opened.survey(`${words[0]} `); },
      'two words'() { return (words) => this.opened.survey(`${words.join(' ')} `); },
      'beginning of a word'() { return (words) => this.opened.survey(`${words[0]}*`); },
      'phrase of two words'() { return (words) => this.opened.survey(`"${words.join(' ')}"`); },
      'one slip of the pen'() { return (words) => this.opened.survey(`${words[0]}~1`); },
    },
  },
  MiniSearch: {
    async build(documents) {
      const start = performance.now();
      this.index = new MiniSearch({ fields: ['text'] });
      this.index.addAll(documents);
      const built = performance.now() - start;
      const kept = JSON.stringify(this.index);
      const again = performance.now();
      this.index = MiniSearch.loadJSON(kept, { fields: ['text'] });
      return { built, ready: performance.now() - again, shipped: kept.length };
    },
    search: {
      word() { return ([word]) => this.index.search(word).length; },
      'two words'() { return (words) => this.index.search(words.join(' '), { combineWith: 'AND' }).length; },
      'beginning of a word'() { return ([word]) => this.index.search(word, { prefix: true }).length; },
      'one slip of the pen'() { return ([word]) => this.index.search(word, { fuzzy: 1 }).length; },
    },
  },
  FlexSearch: {
    async build(documents) {
      const start = performance.now();
      this.index = new FlexSearch.Index({ tokenize: 'forward' });
      documents.forEach(({ text }, place) => this.index.add(place, text));
      return { built: performance.now() - start };
    },
    search: {
      word() { return ([word]) => this.index.search(word, { limit: 20 }).length; },
      'two words'() { return (words) => this.index.search(words.join(' '), { limit: 20 }).length; },
      'beginning of a word'() { return ([word]) => this.index.search(word, { limit: 20 }).length; },
    },
  },
  Lunr: {
    async build(documents) {
      const start = performance.now();
      this.index = lunr(function build() {
        this.ref('id');
        this.field('text');
        documents.forEach((document) => this.add(document));
      });
      const built = performance.now() - start;
      const kept = JSON.stringify(this.index);
      const again = performance.now();
      this.index = lunr.Index.load(JSON.parse(kept));
      return { built, ready: performance.now() - again, shipped: kept.length };
    },
    search: {
      word() { return ([word]) => this.index.search(word).length; },
      'two words'() { return (words) => this.index.search(words.map((word) => `+${word}`).join(' ')).length; },
      'beginning of a word'() { return ([word]) => this.index.search(`${word}*`).length; },
      'one slip of the pen'() { return ([word]) => this.index.search(`${word}~1`).length; },
    },
  },
  // Its answers are places of results; what stands there is fetched later. What it fetches to search
  // is there by the time of the quickest run.
  Pagefind: {
    async build() {
      const start = performance.now();
      this.pagefind = await import(`${location.origin}/pagefind/pagefind.js`);
      await this.pagefind.init();
      return { ready: performance.now() - start, shipped: pagefindIndex.bytes, files: pagefindIndex.files };
    },
    search: {
      word() { return ([word]) => this.pagefind.search(word); },
      'two words'() { return (words) => this.pagefind.search(words.join(' ')); },
      'beginning of a word'() { return ([word]) => this.pagefind.search(word); },
      'phrase of two words'() { return (words) => this.pagefind.search(`"${words.join(' ')}"`); },
    },
  },
  'plain scan, not ranked': {
    async build(documents) {
      const start = performance.now();
      this.texts = documents.map(({ text }) => text.toLowerCase());
      return { ready: performance.now() - start, shipped: 0 };
    },
    search: {
      word() { return ([word]) => this.texts.filter((text) => text.includes(word)).length; },
      'two words'() { return (words) => this.texts.filter((text) => words.every((word) => text.includes(word))).length; },
      'beginning of a word'() { return ([word]) => this.texts.filter((text) => text.includes(word)).length; },
      'phrase of two words'() { return (words) => this.texts.filter((text) => text.includes(words.join(' '))).length; },
    },
  },
};

// Milliseconds a query takes: as often as it takes to see the clock move, the least of three.
globalThis.timed = async (search, words) => {
  let least = Infinity;
  for (let round = 0, times = 1; round < 3; ) {
    const start = performance.now();
    for (let n = 0; n < times; n += 1) {
      const found = search(words);
      if (found instanceof Promise) await found;
    }
    const passed = performance.now() - start;
    if (passed < 1.5 && times < 4096) {
      times *= 4;
      continue;
    }
    least = Math.min(least, passed / times);
    round += 1;
  }
  return least;
};
