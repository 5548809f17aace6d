/// The words of dates in Vietnamese, Thai, Indonesian, Malay and Tagalog.

extension DateWords {
    static let southEastAsian = [
        DateLanguage(
            "vi",
            """
            m1 tháng_một tháng_giêng
            m2 tháng_hai
            m3 tháng_ba
            m4 tháng_tư
            m5 tháng_năm
            m6 tháng_sáu
            m7 tháng_bảy
            m8 tháng_tám
            m9 tháng_chín
            m10 tháng_mười
            m11 tháng_mười_một
            m12 tháng_mười_hai tháng_chạp
            w1 thứ_hai t2
            w2 thứ_ba
            w3 thứ_tư
            w4 thứ_năm
            w5 thứ_sáu
            w6 thứ_bảy
            w7 chủ_nhật
            second giây
            minute phút
            hour giờ tiếng
            day ngày
            week tuần
            month tháng thg
            year năm
            0.5*hour nửa_giờ
            0 hôm_nay
            -1 hôm_qua
            -2 hôm_kia
            1 ngày_mai
            now vừa_xong bây_giờ mới_đây
            ago trước cách_đây vừa_xong mới_đây
            in sau
            later nữa
            last trước
            next tới sau
            this này
            am sáng sa
            pm chiều tối ch
            mark ngày tháng thg năm
            at lúc vào
            of khoảng hơn và
            said đăng viết cập_nhật đã_đăng đã_viết xuất_bản đánh_giá ngày_đăng
            clock giờ h
            #1 một
            #2 hai vài
            #3 ba
            """),
        DateLanguage(
            "th",
            """
            m1 ม.ค. มค มกรา มกราคม
            m2 กพ กุมภา กุมภาพันธ์
            m3 มีค มีนา มีนาคม
            m4 เมย เมษา เมษายน
            m5 พค พฤษภา พฤษภาคม
            m6 มิย มิถุนา มิถุนายน
            m7 กค กรกฎา กรกฎาคม
            m8 สค สิงหา สิงหาคม
            m9 กย กันยา กันยายน
            m10 ตค ตุลา ตุลาคม
            m11 พย พฤศจิกา พฤศจิกายน
            m12 ธค ธันวา ธันวาคม
            w1 จันทร์ วันจันทร์
            w2 อังคาร วันอังคาร
            w3 พุธ วันพุธ
            w4 พฤหัสบดี วันพฤหัสบดี พฤหัส
            w5 ศุกร์ วันศุกร์
            w6 เสาร์ วันเสาร์
            w7 อาทิตย์ วันอาทิตย์
            second วินาที
            minute นาที
            hour ชั่วโมง ชม
            day วัน
            week สัปดาห์ อาทิตย์
            month เดือน
            year ปี
            0 วันนี้
            -1 เมื่อวาน เมื่อวานนี้
            -2 เมื่อวานซืน
            1 พรุ่งนี้
            now เมื่อสักครู่ ตอนนี้
            ago ที่แล้ว ที่ผ่านมา ก่อน เมื่อสักครู่
            in ในอีก ใน อีก
            last แล้ว
            next หน้า
            this นี้
            at เวลา
            of เมื่อ ที่ ประมาณ เดือน น พ.ศ. พศ คศ
            said โพสต์ เขียน เผยแพร่ อัพเดท
            """),
        DateLanguage(
            "id ms",
            """
            m1 jan januari
            m2 feb februari
            m3 mar maret mac
            m4 apr april
            m5 mei
            m6 jun juni
            m7 jul juli julai
            m8 agu agt agustus ogos ogo
            m9 sep sept september
            m10 okt oktober
            m11 nov november
            m12 des desember disember dis
            w1 senin isnin sen
            w2 selasa sel
            w3 rabu rab
            w4 kamis kam khamis
            w5 jumat jum'at jum jumaat
            w6 sabtu sab
            w7 minggu min ahad
            second dtk detik saat
            minute mnt menit minit
            hour jam j
            day hari h
            week mgg minggu
            month bln bulan
            year thn tahun
            1*day sehari
            1*week seminggu
            1*month sebulan
            1*year setahun
            1*hour sejam
            1*minute semenit
            0 hari_ini
            -1 kemarin semalam kelmarin
            -2 kemarin_lusa kemarin_dulu
            1 besok esok
            2 lusa
            now sekarang baru_saja tadi
            ago lalu yang_lalu baru_saja
            in dalam dlm
            later lagi kemudian
            last lepas terakhir
            next depan
            this ini
            am pg pagi
            pm ptg petang sore malam
            at pukul pkl jam
            of pada sekitar tanggal dan yang
            said diposting ditulis dipublikasikan diperbarui dibuat ditambahkan terbit ulasan
            #1 satu
            #2 dua
            #3 tiga beberapa
            """),
        DateLanguage(
            "tl fil",
            """
            m1 ene enero
            m2 peb pebrero
            m3 mar marso
            m4 abr abril
            m5 may mayo
            m6 hun hunyo
            m7 hul hulyo
            m8 ago agosto
            m9 set setyembre
            m10 okt oktubre
            m11 nob nobyembre
            m12 dis disyembre
            w1 lun lunes
            w2 mar martes
            w3 miy miyerkules
            w4 huw huwebes
            w5 biy biyernes
            w6 sab sabado
            w7 lin linggo
            second segundo
            minute minuto min
            hour oras
            day araw
            week linggo
            month buwan
            year taon
            0 ngayon ngayong_araw
            -1 kahapon
            1 bukas
            ago nakalipas nakaraan
            in sa
            last nakalipas nakaraang
            next susunod
            of na ang nang
            """),
    ]
}
