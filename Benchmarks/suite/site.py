"""A site of review pages, about 98 kB each: 20 reviews in microdata, among what real pages are full of.

Ten tags a kB: of 76 saved review pages of real sites half have fewer than 8, a tenth more than 12.
"""

import datetime
import html
import os
import random

from . import words

REVIEWS = 20
PAGE_BYTES = 98_000


def write(folder: str, pages: int, versions: int) -> None:
    """Writes `versions` of the site, v0, v1 and so on; in each one review more stands on top of every page."""
    done = os.path.join(folder, f"done-{pages}-{versions}")
    if os.path.exists(done):
        return
    today = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
    for version in range(versions):
        os.makedirs(os.path.join(folder, f"v{version}"), exist_ok=True)
    for page in range(pages):
        chance = random.Random(page)
        reviews = [words.review(chance) for _ in range(REVIEWS + versions - 1)]
        when = today
        for number, review in enumerate(reviews):
            # Newest first, over about a year.
            when -= datetime.timedelta(minutes=chance.randrange(60, 60 * 24 * 36))
            review["published"] = when.strftime("%Y-%m-%dT%H:%M:%SZ")
            review["id"] = f"{page}-{len(reviews) - number}"
        for version in range(versions):
            first = versions - 1 - version
            path = os.path.join(folder, f"v{version}", f"p{page}.html")
            with open(path, "w", encoding="utf-8") as file:
                file.write(render(page, reviews[first:first + REVIEWS]))
            # The server's ETag is time and size: versions of one size, written in one second, would be one.
            written = today.timestamp() - 86_400 + version * 60
            os.utime(path, (written, written))
    open(done, "w").close()


def write_small(folder: str, pages: int) -> None:
    """Pages of one short review each, for what is measured of many sources and not of reading."""
    os.makedirs(folder, exist_ok=True)
    for page in range(pages):
        path = os.path.join(folder, f"p{page}.html")
        if not os.path.exists(path):
            with open(path, "w", encoding="utf-8") as file:
                file.write(
                    f"<html><head><title>Product {page}</title></head><body>"
                    + article(dict(words.review(random.Random(page)), id=f"{page}-1",
                                   published="2025-01-02T03:04:05Z"), page)
                    + "</body></html>")


def render(page: int, reviews: list) -> str:
    chance = random.Random(f"page {page}")
    head = (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>Product {page} reviews</title>"
        "<meta name='viewport' content='width=device-width'><style>" + css(chance) + "</style></head><body>"
        "<header class='site-header'><nav><ul class='menu'>" + links(chance, 40) + "</ul></nav></header>"
        f"<main itemscope itemtype='https://schema.org/Product'><h1 itemprop='name'>Product {page}</h1><section class='reviews' id='reviews'>")
    tail = "</section><aside class='more'>" + cards(chance, 8) + "</aside></main>"
    foot = "<footer class='foot'><ul>" + links(chance, 20) + "</ul></footer></body></html>"
    body = head + "".join(article(review, page) for review in reviews) + tail
    missing = PAGE_BYTES - len((body + foot).encode())
    script = "<script>window.state=[" + ",".join(
        f'{{"sku":{chance.randrange(10**8, 10**9)},"price":{chance.randrange(10**4, 10**5)}}}'
        for _ in range(max(0, missing // 33))) + "];</script>"
    return body + script + foot


def article(review: dict, page: int) -> str:
    text = html.escape(review["text"], quote=False)
    stars = "".join(f"<i class='star {'on' if n < review['rating'] else 'off'}'></i>" for n in range(5))
    return (
        f"<article class='review card card--flat' id='r{review['id']}' data-id='{review['id']}' "
        "itemprop='review' itemscope itemtype='https://schema.org/Review'>"
        f"<div class='review__head'><div class='avatar avatar--s'><img alt='' src='/a/{review['id']}.png'></div>"
        "<span itemprop='author' itemscope itemtype='https://schema.org/Person'>"
        f"<span class='review__author' itemprop='name'>{review['author']}</span></span>"
        f"<time class='review__date' itemprop='datePublished' datetime='{review['published']}'>"
        f"{review['published'][:10]}</time></div>"
        "<div class='review__stars' itemprop='reviewRating' itemscope itemtype='https://schema.org/Rating'>"
        f"<meta itemprop='bestRating' content='5'><meta itemprop='ratingValue' content='{review['rating']}'>"
        f"{stars}</div><h3 class='review__title' itemprop='name'>{html.escape(review['title'], quote=False)}</h3>"
        f"<div class='review__body' itemprop='reviewBody'><p>{text}</p></div>"
        f"<div class='review__foot'><button class='btn btn--vote' data-id='{review['id']}'>Helpful</button>"
        f"<a class='review__report' href='/report/{review['id']}'>Report</a></div></article>")


def links(chance: random.Random, count: int) -> str:
    return "".join(
        f"<li class='menu__item'><a class='menu__link' href='/c/{chance.randrange(10**6)}'>"
        f"{chance.choice(words.FAMILIES)} {chance.choice(words.NAMES)}</a></li>" for _ in range(count))


def cards(chance: random.Random, count: int) -> str:
    return "".join(card(chance) for _ in range(count))


def card(chance: random.Random) -> str:
    number = chance.randrange(10**7)
    return (
        f"<div class='card card--product'><a class='card__link' href='/p/{number}'><img class='card__image' "
        f"alt='' src='/i/{number}.jpg' width='120' height='120'><span class='card__name'>"
        f"{chance.choice(words.NAMES)} {number % 997}</span><span class='card__price'>{number % 9999 / 100:.2f}"
        "</span></a><div class='card__meta'><span>in stock</span></div></div>")


def css(chance: random.Random) -> str:
    return "".join(f".c{n}{{margin:{chance.randrange(40)}px;padding:{chance.randrange(9)}px}}" for n in range(220))
