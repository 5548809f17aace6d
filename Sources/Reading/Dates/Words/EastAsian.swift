/// The words of dates in Chinese, Japanese and Korean, which write most of them without blanks.

extension DateWords {
    static let eastAsian = [
        DateLanguage(
            "zh yue zh-Hant zh-Hans",
            """
            m1 一月
            m2 二月
            m3 三月
            m4 四月
            m5 五月
            m6 六月
            m7 七月
            m8 八月
            m9 九月
            m10 十月
            m11 十一月
            m12 十二月
            changed 更新 更新于 编辑 编辑于
            w1 周一 星期一 礼拜一 週一 禮拜一
            w2 周二 星期二 礼拜二 週二 禮拜二
            w3 周三 星期三 礼拜三 週三 禮拜三
            w4 周四 星期四 礼拜四 週四 禮拜四
            w5 周五 星期五 礼拜五 週五 禮拜五
            w6 周六 星期六 礼拜六 週六 禮拜六
            w7 周日 星期日 星期天 礼拜天 礼拜日 週日 禮拜天
            second 秒 秒钟 秒鐘
            minute 分 分钟 分鐘
            hour 小时 小時 个小时 個小時 钟头 鐘頭
            day 天 日 号 號
            week 周 週 星期 个星期 個星期 礼拜 个礼拜 禮拜
            month 月 个月 個月
            year 年
            0.5*hour 半小时 半小時 半个小时 半個小時
            0.5*year 半年
            0.5*month 半个月 半個月
            0 今天 今日
            -1 昨天 昨日
            -2 前天
            -3 大前天
            1 明天 明日
            2 后天 後天
            now 刚刚 剛剛 刚才 剛才 现在 現在
            ago 前 之前 以前 刚刚 剛剛 刚才 剛才
            later 后 後 之后 之後 以后 以後 内 內
            last 上 上个 上個 去
            next 下 下个 下個 明
            this 这 這 这个 這個 这一 這一 本 今
            am 上午 早上 凌晨 早晨 早
            pm 下午 晚上 晚 傍晚
            noon 中午
            midnight 午夜
            clock 时 時 点 點 点钟 點鐘
            mark 年 月 日 号 號
            of 约 約 大约 大約 于 於 在 的
            said 发布 发表 发布于 发表于 發表 發表於 發佈 發佈於 更新 更新于 创建 编辑 编辑于 编辑於 编辑于 最后 时间 发布时间 发表时间 評論 评论 日期 评价
            #0.5 半
            #1 一
            #2 二 两 兩 几 幾
            #3 三
            #4 四
            #5 五
            #6 六
            #7 七
            #8 八
            #9 九
            #10 十
            """),
        DateLanguage(
            "ja",
            """
            changed 更新 更新日 最終更新 編集
            w1 月曜日 月曜
            w2 火曜日 火曜 火
            w3 水曜日 水曜 水
            w4 木曜日 木曜 木
            w5 金曜日 金曜 金
            w6 土曜日 土曜 土
            w7 日曜日 日曜
            second 秒 秒間
            minute 分 分間
            hour 時間
            day 日 日間
            week 週 週間
            month 月 ヶ月 か月 カ月 ケ月 ヵ月 箇月 ヶ月間 か月間
            year 年 年間
            0 今日 本日
            -1 昨日 きのう
            -2 一昨日 おととい
            1 明日
            2 明後日
            -2*week 先々週
            -2*month 先々月
            -2*year 一昨年
            now 今 たった今 数秒前
            ago 前 たった今 数秒前
            later 後
            last 先 去 昨
            next 来 翌
            this 今
            am 午前
            pm 午後
            noon 正午
            midnight 深夜
            clock 時
            mark 年 月 日
            of 約 の に 頃 ごろ
            said 投稿 投稿日 更新 更新日 公開 公開日 作成 作成日 掲載 日時 最終更新 レビュー 編集 口コミ 訪問
            #0.5 半
            """),
        DateLanguage(
            "ko",
            """
            changed 수정 수정일 수정됨 업데이트
            w1 월요일
            w2 화요일
            w3 수요일
            w4 목요일
            w5 금요일
            w6 토요일
            w7 일요일
            second 초
            minute 분
            hour 시간
            day 일
            week 주 주일
            month 월 개월 달
            year 년 해
            0 오늘 금일
            -1 어제 작일
            -2 그저께 그제
            1 내일 명일
            2 모레
            now 방금 지금 방금전 조금
            ago 전 방금 방금전
            later 후 뒤
            last 지난 작년
            next 다음 내년
            this 이번 올해
            am 오전
            pm 오후
            noon 정오
            midnight 자정
            clock 시
            mark 년 월 일
            of 약 에 의
            said 작성 작성일 등록 등록일 게시 게시일 수정 수정됨 업데이트 입력
            #1 한
            #2 두
            #3 세
            """),
    ]
}
