"""The second teacher behind the silver labels: a small pretrained encoder (all-MiniLM-L6-v2), taught
to recognise names on the same sets that the shipped tagger may learn from.

    python teacher.py train DATA MD_SILVER ENCODER_DIR MD_DIR OUT.npz [ROUNDS]
    python teacher.py label OUT.npz ENCODER_DIR MD_DIR IN.conll OUT.conll [STYLES] [SHARE]
    python teacher.py score OUT.npz ENCODER_DIR MD_DIR STYLES FILE.conll[@FROM]...

The sets follow different guidelines. Each is therefore a style of its own, told to the model by an
embedding; text is labelled in the mean of the styles asked for. `label` writes `token TAB label`, and
after another TAB the labels that are nearly as likely, with commas between: the tagger's trainer
takes these for an open question.
"""

import os

os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1")

import json
import struct
import sys
import time
import unicodedata

import jax
import jax.numpy as jnp
import numpy as np
import optax
from tokenizers import Tokenizer

LABELS = ["O"] + [f"{edge}-{kind}" for kind in ("PER", "ORG", "LOC", "NORP") for edge in "BI"]
PLACE = {label: place for place, label in enumerate(LABELS)}
STYLES = ["btc", "wnut", "crossner", "gum", "sec", "cyner", "md"]
OPEN_KINDS = {"gum": [], "md": [], "cyner": ["PER", "LOC", "NORP"]}
PIECES, WORDS, ROWS = 128, 112, 12
FROZEN_LAYERS = 2
LIKELY = 0.15


def style_of(name):
    return next(style for style in STYLES if name.startswith(style))


def allowed(label, style):
    """The labels a set's own label leaves possible, as 0/1 over LABELS."""
    out = np.zeros(len(LABELS), np.float32)
    out[PLACE.get(label, 0)] = 1
    if label == "O" or label not in PLACE:
        kinds = OPEN_KINDS.get(style, ["NORP"])
        if label.endswith("-MISC") and style != "crossner":
            kinds = []
        for kind in kinds:
            out[PLACE["B-" + kind]] = out[PLACE["I-" + kind]] = 1
    return out


def read(path):
    with open(path, encoding="utf-8") as file:
        for block in file.read().split("\n\n"):
            rows = [line.split("\t") for line in block.strip("\n").split("\n") if line.strip()]
            if rows:
                yield [row[0] or "_" for row in rows], [row[1] if len(row) > 1 else "O" for row in rows]


def safetensors(path):
    with open(path, "rb") as file:
        size = struct.unpack("<Q", file.read(8))[0]
        header = json.loads(file.read(size))
        body = file.read()
    out = {}
    for name, entry in header.items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            start, end = entry["data_offsets"]
            out[name] = np.frombuffer(body[start:end], np.float32).reshape(entry["shape"])
    return out


class Reader:
    """Words to numbers: word pieces, spaCy's word vectors, letter shapes."""

    def __init__(self, encoder, md):
        from spacy.strings import get_string_id
        from spacy.vectors import Vectors

        self.hash = get_string_id
        self.tokenizer = Tokenizer.from_file(f"{encoder}/tokenizer.json")
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.vectors = Vectors().from_disk(f"{md}/vocab")
        data = self.vectors.data.astype(np.float32)
        data /= np.linalg.norm(data, axis=1, keepdims=True) + 1e-6
        self.table = np.vstack([np.zeros((1, data.shape[1]), np.float32), data * 4])
        self.known = {}

    def word(self, word):
        if word not in self.known:
            pieces = self.tokenizer.encode(word, add_special_tokens=False).ids[:6] or [100]
            rows = (self.vectors.find(key=self.hash(form)) for form in (word, word.lower(), word.title()))
            row = next((row for row in rows if row >= 0), -1) + 1
            self.known[word] = (pieces, row, shape(word))
        return self.known[word]


def shape(word):
    """0 other, 1 digit, 2 lower, 3 first capital, 4 all capitals, 5 one capital, 6 mixed, 7 punctuation."""
    if any(character.isdigit() for character in word):
        return 1
    letters = [character for character in word if character.isalpha()]
    if not letters:
        return 7 if unicodedata.category(word[0])[0] in "PS" else 0
    upper = [character.isupper() for character in letters]
    if not any(upper):
        return 2
    if all(upper):
        return 5 if len(letters) == 1 else 4
    return 3 if upper[0] and not any(upper[1:]) else 6


def chunks(sentences, reader):
    """Sentences one after another, in sequences as long as the model reads at a time."""
    chunk, pieces, words = [], 2, 0
    for number, (tokens, labels) in enumerate(sentences):
        for start in range(0, len(tokens), 60):
            part = list(zip(tokens[start : start + 60], labels[start : start + 60]))
            size = sum(len(reader.word(token)[0]) for token, _ in part)
            while size > PIECES - 2:
                part.pop()
                size = sum(len(reader.word(token)[0]) for token, _ in part)
            if chunk and (pieces + size > PIECES or words + len(part) > WORDS):
                yield chunk
                chunk, pieces, words = [], 2, 0
            chunk.append((number, start, part))
            pieces, words = pieces + size, words + len(part)
    if chunk:
        yield chunk


def numbers(chunk, reader, style):
    ids = np.zeros(PIECES, np.int32)
    ids[0] = 101
    first = np.zeros(WORDS, np.int32)
    last = np.zeros(WORDS, np.int32)
    rows = np.zeros(WORDS, np.int32)
    shapes = np.zeros(WORDS, np.int32)
    gold = np.zeros((WORDS, len(LABELS)), np.float32)
    at, word = 1, 0
    for _, start, part in chunk:
        for place, (token, label) in enumerate(part):
            pieces, row, kind = reader.word(token)
            ids[at : at + len(pieces)] = pieces
            first[word], last[word] = at, at + len(pieces) - 1
            rows[word], shapes[word] = row, kind + (8 if start + place == 0 else 0)
            gold[word] = allowed(label, style)
            at, word = at + len(pieces), word + 1
    ids[at] = 102
    return ids, first, last, rows, shapes, gold


def stack(items):
    return [np.stack(column) for column in zip(*items)]


def fresh(encoder, key):
    frozen, tuned = {}, {}
    for name, value in encoder.items():
        if name.startswith("embeddings"):
            frozen[name] = jnp.array(value)
        elif not name.startswith("pooler"):
            tuned[name] = jnp.array(value)
    keys = iter(jax.random.split(key, 16))
    dense = lambda n, m: jax.random.normal(next(keys), (n, m)) / np.sqrt(n)
    head = {
        "vector": dense(300, 96), "shape": jax.random.normal(next(keys), (16, 24)) * 0.5,
        "style": jax.random.normal(next(keys), (len(STYLES), 16)) * 0.5,
        "mix": dense(384 * 2 + 96 + 24 + 16, 256), "mix_bias": jnp.zeros(256),
        "window": dense(256 * 3, 192), "window_bias": jnp.zeros(192),
        "out": dense(192 + 256, len(LABELS)) * 0.3, "out_bias": jnp.zeros(len(LABELS)),
    }
    return frozen, {"body": tuned, "head": head}


def norm(x, weights, name):
    mean = x.mean(-1, keepdims=True)
    spread = ((x - mean) ** 2).mean(-1, keepdims=True)
    return (x - mean) / jnp.sqrt(spread + 1e-12) * weights[name + ".weight"] + weights[name + ".bias"]


def linear(x, weights, name):
    return x @ weights[name + ".weight"].T + weights[name + ".bias"]


def drop(x, rate, key):
    if key is None:
        return x
    return jnp.where(jax.random.bernoulli(key, 1 - rate, x.shape), x / (1 - rate), 0)


def encode(tuned, frozen, batch, keys):
    ids, body = batch[0], tuned["body"]
    x = frozen["embeddings.word_embeddings.weight"][ids]
    x = x + frozen["embeddings.position_embeddings.weight"][: ids.shape[1]]
    x = norm(x + frozen["embeddings.token_type_embeddings.weight"][0], frozen, "embeddings.LayerNorm")
    mask = jnp.where(ids == 0, -1e9, 0.0)[:, None, None, :]
    heads = lambda y: y.reshape(*y.shape[:2], 12, 32).transpose(0, 2, 1, 3)
    for layer in range(6):
        at = f"encoder.layer.{layer}."
        query, know, value = (heads(linear(x, body, f"{at}attention.self.{part}")) for part in ("query", "key", "value"))
        weight = jax.nn.softmax(query @ know.transpose(0, 1, 3, 2) / np.sqrt(32) + mask, -1)
        seen = (weight @ value).transpose(0, 2, 1, 3).reshape(x.shape)
        seen = drop(linear(seen, body, at + "attention.output.dense"), 0.1, next(keys))
        x = norm(x + seen, body, at + "attention.output.LayerNorm")
        wide = jax.nn.gelu(linear(x, body, at + "intermediate.dense"))
        wide = drop(linear(wide, body, at + "output.dense"), 0.1, next(keys))
        x = norm(x + wide, body, at + "output.LayerNorm")
        if layer < FROZEN_LAYERS:
            x = jax.lax.stop_gradient(x)
    return x


def judge(tuned, table, batch, x, style, keys):
    _, first, last, rows, shapes = batch
    head = tuned["head"]
    take = lambda places: jnp.take_along_axis(x, places[:, :, None], 1)
    styles = jnp.broadcast_to(head["style"][style][:, None, :], (*rows.shape, 16))
    word = jnp.concatenate([take(first), take(last), table[rows] @ head["vector"], head["shape"][shapes], styles], -1)
    word = jax.nn.gelu(drop(word, 0.15, next(keys)) @ head["mix"] + head["mix_bias"])
    side = jnp.pad(word, ((0, 0), (1, 1), (0, 0)))
    window = jnp.concatenate([side[:, :-2], word, side[:, 2:]], -1)
    window = jax.nn.gelu(drop(window, 0.15, next(keys)) @ head["window"] + head["window_bias"])
    return jnp.concatenate([window, word], -1) @ head["out"] + head["out_bias"]


def loss(tuned, frozen, table, batch, gold, style, key):
    keys = iter(jax.random.split(key, 32))
    x = encode(tuned, frozen, batch, keys)
    chances = jax.nn.log_softmax(judge(tuned, table, batch, x, style, keys), -1)
    held = gold.sum(-1) > 0
    right = jax.scipy.special.logsumexp(jnp.where(gold > 0, chances, -1e9), -1)
    return -(right * held).sum() / held.sum()


def train(data, md_silver, encoder, md, target, epochs="2"):
    reader = Reader(encoder, md)
    names = sorted(os.listdir(data))
    kept_out = ("gmb", "ewt", "crossner_politics_dev", "wnut17_dev")
    items = []
    for name in names:
        if name.endswith(".conll") and not name.startswith(kept_out):
            style = style_of(name)
            sentences = list(read(f"{data}/{name}"))
            if style == "cyner":
                sentences = sentences[::3]
            items += [(numbers(chunk, reader, style), STYLES.index(style)) for chunk in chunks(sentences, reader)]
    silver = list(read(md_silver))
    silver = silver[:: max(1, len(silver) // 4000)]
    items += [(numbers(chunk, reader, "md"), STYLES.index("md")) for chunk in chunks(silver, reader)]
    print(len(items), "sequences", flush=True)
    frozen, tuned = fresh(safetensors(f"{encoder}/model.safetensors"), jax.random.PRNGKey(1))
    table = jnp.array(reader.table)
    steps = int(float(epochs) * len(items) / ROWS)
    rate = lambda peak: optax.linear_onecycle_schedule(steps, peak, 0.1, 0.95, 10, 100)
    rule = optax.chain(
        optax.clip_by_global_norm(1.0),
        optax.multi_transform(
            {"body": optax.adamw(rate(2e-4), weight_decay=0.01), "head": optax.adamw(rate(1.5e-3), weight_decay=0.01)},
            {"body": "body", "head": "head"},
        ),
    )
    state = rule.init(tuned)

    @jax.jit
    def step(tuned, state, batch, gold, style, key):
        value, slope = jax.value_and_grad(loss)(tuned, frozen, table, batch, gold, style, key)
        change, state = rule.update(slope, state, tuned)
        return optax.apply_updates(tuned, change), state, value

    order, draw, begun, sum_ = np.random.default_rng(1), jax.random.PRNGKey(2), time.time(), 0.0
    queue = []
    for turn in range(steps):
        if len(queue) < ROWS:
            queue += list(order.permutation(len(items)))
        chosen, queue = queue[:ROWS], queue[ROWS:]
        *batch, gold = stack([items[place][0] for place in chosen])
        style = np.array([items[place][1] for place in chosen])
        draw, key = jax.random.split(draw)
        tuned, state, value = step(tuned, state, batch, gold, style, key)
        sum_ += float(value)
        if turn % 50 == 49:
            print(f"{turn + 1}/{steps} loss {sum_ / 50:.4f} {time.time() - begun:.0f}s", flush=True)
            sum_ = 0.0
        if turn % 400 == 399 or turn == steps - 1:
            np.savez(target, **{f"{part}/{name}": np.asarray(value) for part in tuned for name, value in tuned[part].items()})


class Teacher:
    def __init__(self, weights, encoder, md):
        self.reader = Reader(encoder, md)
        self.frozen, _ = fresh(safetensors(f"{encoder}/model.safetensors"), jax.random.PRNGKey(0))
        self.tuned = {"body": {}, "head": {}}
        for name, value in np.load(weights).items():
            part, name = name.split("/", 1)
            self.tuned[part][name] = jnp.array(value)
        self.table = jnp.array(self.reader.table)

        @jax.jit
        def chances(batch, styles):
            none = [None] * 32
            x = encode(self.tuned, self.frozen, batch, iter(none))
            each = lambda style: jax.nn.softmax(judge(self.tuned, self.table, batch, x, style, iter(none)), -1)
            return sum(each(style) for style in styles) / len(styles)

        self.chances = chances

    def label(self, sentences, styles):
        """Each sentence's words with a row of label probabilities."""
        sentences = list(sentences)
        out = [np.zeros((len(tokens), len(LABELS)), np.float32) for tokens, _ in sentences]
        waiting = list(chunks(sentences, self.reader))
        wanted = [np.full(ROWS, STYLES.index(style)) for style in styles]
        for start in range(0, len(waiting), ROWS):
            group = waiting[start : start + ROWS]
            padded = group + [group[-1]] * (ROWS - len(group))
            *batch, _ = stack([numbers(chunk, self.reader, "md") for chunk in padded])
            for chunk, chance in zip(group, np.asarray(self.chances(batch, wanted))):
                word = 0
                for number, at, part in chunk:
                    out[number][at : at + len(part)] = chance[word : word + len(part)]
                    word += len(part)
        return sentences, out


def best_path(chance):
    """The likeliest labels in which no name continues what did not begin."""
    score = np.log(chance + 1e-6)
    follows = np.array([[not b.startswith("I-") or (a != "O" and a[2:] == b[2:]) for b in LABELS] for a in LABELS])
    cost = np.where(follows, 0.0, -1e9)
    best = score[0] + cost[0]
    back = []
    for row in score[1:]:
        step = best[:, None] + cost
        back.append(step.argmax(0))
        best = step.max(0) + row
    path = [int(best.argmax())]
    for links in reversed(back):
        path.append(int(links[path[-1]]))
    return path[::-1]


def label(weights, encoder, md, source, target, styles="gum,crossner,wnut,md", share="1"):
    teacher = Teacher(weights, encoder, md)
    sentences = list(read(source))
    sentences = sentences[: int(len(sentences) * float(share))]
    with open(target, "w", encoding="utf-8") as file:
        for start in range(0, len(sentences), 2000):
            for (tokens, _), chance in zip(*teacher.label(sentences[start : start + 2000], styles.split(","))):
                for token, row, best in zip(tokens, chance, best_path(chance)):
                    others = [LABELS[place] for place in np.flatnonzero(row > LIKELY) if place != best]
                    file.write("\t".join([token, LABELS[best]] + [",".join(others)] * bool(others)) + "\n")
                file.write("\n")
            file.flush()


def spans(labels):
    out, start = set(), None
    for place, label in enumerate(list(labels) + ["O"]):
        if start is not None and (label[0] != "I" or label[2:] != labels[start][2:]):
            out.add((start, place, labels[start][2:]))
            start = None
        if label[0] == "B" or (label[0] == "I" and start is None):
            start = place
    return {span for span in out if span[2] in ("PER", "ORG", "LOC")}


def score(weights, encoder, md, styles, *files):
    teacher = Teacher(weights, encoder, md)
    for name in files:
        path, _, begin = name.partition("@")
        sentences = list(read(path))
        sentences = sentences[int(len(sentences) * float(begin or 0)) :]
        count, bare = np.zeros(3), np.zeros(3)
        for (_, gold), chance in zip(*teacher.label(sentences, styles.split(","))):
            right, found = spans(gold), spans([LABELS[place] for place in best_path(chance)])
            count += [len(right & found), len(right), len(found)]
            cut = lambda group: {span[:2] for span in group}
            bare += [len(cut(right) & cut(found)), len(right), len(found)]
        f1 = lambda c: 200 * c[0] / max(1, c[1] + c[2])
        print(f"{os.path.basename(path)} {styles}: F {f1(count):.1f} span-only {f1(bare):.1f}", flush=True)


if __name__ == "__main__":
    {"train": train, "label": label, "score": score}[sys.argv[1]](*sys.argv[2:])
