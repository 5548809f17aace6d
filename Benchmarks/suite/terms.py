"""Terms and texts for the row "terms", and the peer: pyahocorasick over the same forms.

    python terms.py FORMS FOLDED-TEXTS ROUNDS       seconds a round took, and how many were found
"""

import json
import os
import random
import sys
import time
import unicodedata

LATIN = "ba kro net fin troj kom prom li san go mer tek ver dom rus zar min pol ta no".split()
CYRILLIC = "ба кро нет фин трой ком пром ли сан го мер тек вер дом рус зар мин пол та но".split()


def write(folder: str, cases: str) -> tuple:
    """Writes 10,000 terms and some tens of MB of texts; real ones where they are, else invented ones."""
    chance = random.Random(5)
    names = {}
    brands = os.path.join(cases, "text", "brand_forms.jsonl")
    if os.path.exists(brands):
        with open(brands, encoding="utf-8") as file:
            names = {json.loads(line)["name"].strip(): "ru" for line in file}
    while len(names) < 10_000:
        syllables, language = chance.choice([(LATIN, "pl"), (CYRILLIC, "ru")])
        name = "".join(chance.choice(syllables) for _ in range(chance.randint(2, 4))).capitalize()
        names[name + chance.choice(["", "", "a" if language == "pl" else "а"])] = language
    terms = os.path.join(folder, "terms.tsv")
    with open(terms, "w", encoding="utf-8") as file:
        file.writelines(f"{name}\t{language}\n" for name, language in sorted(names.items()))
    texts = invented(chance, sorted(names))
    real = os.path.join(cases, "text", "complaints.jsonl")
    if os.path.exists(real):
        with open(real, encoding="utf-8") as file:
            texts = [" ".join(json.loads(line)["text"].split()) for line in file]
    size = sum(len(text.encode()) for text in texts)
    path, folded = os.path.join(folder, "texts.txt"), os.path.join(folder, "folded.txt")
    with open(path, "w", encoding="utf-8") as whole, open(folded, "w", encoding="utf-8") as plain:
        # In another order each time, since the same text twice in a row would be in the processor's cache.
        for _ in range(max(1, round(20_000_000 / size))):
            chance.shuffle(texts)
            whole.writelines(text + "\n" for text in texts)
            plain.writelines(fold(text) + "\n" for text in texts)
    return terms, path, folded


def invented(chance: random.Random, names: list) -> list:
    def word(syllables: list) -> str:
        return "".join(chance.choice(syllables) for _ in range(chance.randint(1, 4)))

    texts = []
    for _ in range(20_000):
        syllables = chance.choice([LATIN, CYRILLIC])
        words = [word(syllables) for _ in range(chance.randint(8, 60))]
        if chance.random() < 0.2:
            words.insert(chance.randrange(len(words)), chance.choice(names))
        texts.append(" ".join(words).capitalize() + ".")
    return texts


def fold(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))


def measure(forms: str, texts: str, rounds: int) -> None:
    import ahocorasick

    automaton = ahocorasick.Automaton()
    with open(forms, encoding="utf-8") as file:
        for form in file.read().splitlines():
            automaton.add_word(form, len(form))
    automaton.make_automaton()
    with open(texts, encoding="utf-8") as file:
        lines = file.read().split("\n")
    took, found = [], 0
    for _ in range(rounds):
        start, found = time.process_time(), 0
        for line in lines:
            for _ in automaton.iter(line):
                found += 1
        took.append(time.process_time() - start)
    print(sorted(took)[len(took) // 2], found)


if __name__ == "__main__":
    measure(sys.argv[1], sys.argv[2], int(sys.argv[3]))
