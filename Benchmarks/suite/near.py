"""Texts for the row "near duplicates": invented, of review length, the same for a seed."""

import random

LETTERS = "etaoinshrdlucmfwypvbgk"


def write(path: str, count: int) -> None:
    """A text a line, 20 to 150 words of an invented vocabulary in which few words are frequent."""
    chance = random.Random(5)
    words = ["".join(chance.choice(LETTERS[: 6 + length * 2]) for _ in range(length))
             for length in (chance.choice((2, 3, 3, 4, 5, 6, 7, 8, 9)) for _ in range(20_000))]
    weights = [1 / (rank + 20) for rank in range(len(words))]
    with open(path, "w", encoding="utf-8") as file:
        for _ in range(count):
            file.write(" ".join(chance.choices(words, weights, k=chance.randint(20, 150))) + "\n")
