"""The peer of the crawling rows: Scrapy reading the fields of each review with CSS selectors.

    scrapy runspider reviews_spider.py -a base=http://127.0.0.1:PORT -a pages=N -o FILE.jsonl
"""

import scrapy


class ReviewsSpider(scrapy.Spider):
    name = "reviews"
    custom_settings = {
        "ROBOTSTXT_OBEY": True,
        "DOWNLOAD_DELAY": 0,
        "CONCURRENT_REQUESTS": 16,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
        "LOG_LEVEL": "ERROR",
        "TELNETCONSOLE_ENABLED": False,
        "COOKIES_ENABLED": False,
        "RETRY_ENABLED": False,
    }

    def __init__(self, base: str, pages: str, **kwargs):
        super().__init__(**kwargs)
        self.start_urls = [f"{base}/p{page}.html" for page in range(int(pages))]

    def parse(self, response):
        for review in response.css("article.review"):
            yield {
                "id": review.css("::attr(data-id)").get(),
                "author": review.css(".review__author::text").get(),
                "published": review.css("time::attr(datetime)").get(),
                "rating": review.css("meta[itemprop=ratingValue]::attr(content)").get(),
                "title": review.css(".review__title::text").get(),
                "text": "".join(review.css(".review__body ::text").getall()),
            }
