// Every view worth a look, with an address that shows it at its fullest.
export const WIDTHS = [390, 820, 1440];
export const SCHEMES = ['light', 'dark'];

// The documents and names are those of the edition at hand, so any corpus will do.
export async function views(reader) {
  await reader.opens();
  const hrefs = (selector) =>
    reader.page.evaluate(
      (s, root) => [...document.querySelectorAll(s)].map((link) => link.href.slice(root.length)),
      selector,
      reader.site.address,
    );
  const [document] = await hrefs('.entry-title a');
  const [, name = ''] = (await hrefs('.cast .name'))[0]?.match(/about=([^&]*)/) ?? [];
  return {
    overview: '',
    read: document,
    'read-name': `${document}?about=${name}&at=1`,
    'read-all': '?view=read',
    results: '?view=results&q=dutch+hack',
    'results-passages': '?view=results&q=dutch+hack&list=passages',
    'results-filtered': `?view=results&q=the&kind=group&-entity=${name}`,
    'nothing-found': '?view=results&q=zzzzzz',
    review: '?view=review',
    entity: `?view=entity&about=${name}`,
    'not-understood': '?view=nowhere&about=nobody&q=dutch&year=soon',
  };
}
