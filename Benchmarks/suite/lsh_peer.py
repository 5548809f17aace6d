"""datasketch's MinHashLSH over the texts of a file, a line each: prints how many it adds and queries a CPU second."""

import sys
import time

from datasketch import MinHash, MinHashLSH


def shingles(text: str) -> set:
    text = " ".join(text.lower().split())
    return {text[start:start + 5].encode() for start in range(max(1, len(text) - 4))}


def main() -> None:
    with open(sys.argv[1], encoding="utf-8") as file:
        texts = file.read().splitlines()
    # Half of the wording, about where the decision begins; its own number of permutations.
    index = MinHashLSH(threshold=0.5, num_perm=128)
    begin = time.process_time()
    for number, text in enumerate(texts):
        sketch = MinHash(num_perm=128)
        sketch.update_batch(shingles(text))
        index.query(sketch)
        index.insert(number, sketch)
    print(len(texts) / (time.process_time() - begin))


if __name__ == "__main__":
    main()
