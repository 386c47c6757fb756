// Written by scripts/generate-unicode-tables.py from CPython 3.11, Unicode 14.0.0. Do not edit.

extension UnicodeTables {
    /// `start count step target` of one-to-one case pairs, in base 36.
    static let lowerRuns: StaticString = """
        1t q 1 2p 5c n 1 68 60 7 1 6w 74 o 2 75 8i 3 2 8j 8p 8 2 8q 96 n 2 97 ag 1 1 73 ah 3 2 ai ap 1 1 gj aq 2 2 \
        ar au 1 1 gk av 1 1 aw ax 2 1 gm az 1 1 b0 b2 1 1 d9 b3 1 1 gp b4 1 1 gr b5 1 1 b6 b7 1 1 gw b8 1 1 gz ba 1 \
        1 h5 bb 1 1 h4 bc 1 1 bd bg 1 1 hb bh 1 1 he bj 1 1 hh bk 3 2 bl bq 1 1 hs br 1 1 bs bt 1 1 hv bw 1 1 bx by \
        1 1 i0 bz 1 1 c0 c1 2 1 i2 c3 2 2 c4 c7 1 1 ia c8 1 1 c9 cc 1 1 cd ck 1 1 cm cl 1 1 cm cn 1 1 cp co 1 1 cp \
        cq 1 1 cs cr 9 2 cs da 9 2 db dt 1 1 dv du 2 2 dv dy 1 1 b9 dz 1 1 cf e0 k 2 e1 f4 1 1 bi f6 9 2 f7 fu 1 1 \
        8rp fv 1 1 fw fx 1 1 be fy 1 1 8rq g1 1 1 g2 g3 1 1 ao g4 1 1 i1 g5 1 1 i4 g6 5 2 g7 og 2 2 oh om 1 1 on ov \
        1 1 s3 p2 1 1 q4 p4 3 1 q5 p8 1 1 r0 pa 2 1 r1 pd h 1 q9 pv 9 1 qr r3 1 1 rb rc c 2 rd s4 1 1 qg s7 1 1 s8 \
        s9 1 1 s2 sa 1 1 sb sd 3 1 or sg g 1 uo sw w 1 ts v4 h 2 v5 wa r 2 wb xs 1 1 y7 xt 7 2 xu y8 1c 2 y9 10x 12 \
        1 129 3a8 12 1 8w0 3bb 1 1 8x3 3bh 1 1 8x9 3vk 28 1 xv4 3xs 6 1 3y0 5n4 17 1 3bk 5od 3 1 3ct 5xc 23 2 5xd \
        61q 1 1 67 61s 1c 2 61t 64o 8 1 64g 654 6 1 64w 65k 8 1 65c 660 8 1 65s 66g 6 1 668 66x 4 2 66p 67c 8 1 674 \
        688 8 1 680 68o 8 1 68g 694 8 1 68w 69k 2 1 69c 69m 2 1 67k 69o 1 1 69f 6a0 4 1 67m 6a4 1 1 69v 6ag 2 1 6a8 \
        6ai 2 1 67q 6aw 2 1 6ao 6ay 2 1 67u 6b0 1 1 6at 6bc 2 1 67s 6be 2 1 67w 6bg 1 1 6b7 6jq 1 1 qx 6ju 1 1 2z \
        6jv 1 1 6d 6k2 1 1 6ku 6lc g 1 6ls 6mb 1 1 6mc 792 q 1 79s 8ow 1c 1 8q8 8rk 1 1 8rl 8rm 1 1 h7 8rn 1 1 5tp \
        8ro 1 1 hp 8rr 3 2 8rs 8rx 1 1 gh 8ry 1 1 hd 8rz 1 1 gg 8s0 1 1 gi 8s2 1 1 8s3 8s5 1 1 8s6 8se 2 1 fz 8sg \
        1e 2 8sh 8vf 2 2 8vg 8vm 1 1 8vn wu8 n 2 wu9 ww0 e 2 ww1 x0i 7 2 x0j x0y v 2 x0z x2x 2 2 x2y x31 1 1 5tl \
        x32 5 2 x33 x3f 1 1 x3g x3h 1 1 h1 x3k 2 2 x3l x3q a 2 x3r x4a 1 1 h2 x4b 1 1 gs x4c 1 1 gx x4d 1 1 h8 x4e \
        1 1 h6 x4g 1 1 im x4h 1 1 hz x4i 1 1 il x4j 1 1 xub x4k 8 2 x4l x50 1 1 x3o x51 1 1 hu x52 1 1 5u6 x53 2 2 \
        x54 x5c 1 1 x5d x5i 2 2 x5j x6d 1 1 x6e 1ee9 q 1 1ef5 1fcw 14 1 1fe0 1fhs 10 1 1fiw 1fn4 b 1 1fo7 1fng f 1 \
        1foj 1fnw 7 1 1foz 1fo4 2 1 1fp7 1h1c 1f 1 1h34 1jfk w 1 1jgg 20cg w 1 20dc 2olc y 1 2oma
        """

    /// `length source target…` of one-to-many mappings, in base 36.
    static let lowerSpecial: StaticString = """
        2 8g 2x lj
        """

    /// `start count step target` of one-to-one case pairs, in base 36.
    static let upperRuns: StaticString = """
        2p q 1 1t 51 1 1 po 68 n 1 5c 6w 7 1 60 73 1 1 ag 75 o 2 74 8h 1 1 21 8j 3 2 8i 8q 8 2 8p 97 n 2 96 ai 3 2 \
        ah an 1 1 2b ao 1 1 g3 ar 2 2 aq aw 1 1 av b0 1 1 az b6 1 1 b5 b9 1 1 dy bd 1 1 bc be 1 1 fx bi 1 1 f4 bl 3 \
        2 bk bs 1 1 br bx 1 1 bw c0 1 1 bz c4 2 2 c3 c9 1 1 c8 cd 1 1 cc cf 1 1 dz cl 1 1 ck cm 1 1 ck co 1 1 cn cp \
        1 1 cn cr 1 1 cq cs 1 1 cq cu 8 2 ct d9 1 1 b2 db 9 2 da du 1 1 dt dv 1 1 dt dx 1 1 dw e1 k 2 e0 f7 9 2 f6 \
        fw 1 1 fv fz 2 1 8se g2 1 1 g1 g7 5 2 g6 gg 1 1 8rz gh 1 1 8rx gi 1 1 8s0 gj 1 1 ap gk 1 1 au gm 2 1 ax gp \
        1 1 b3 gr 1 1 b4 gs 1 1 x4b gw 1 1 b7 gx 1 1 x4c gz 1 1 b8 h1 1 1 x3h h2 1 1 x4a h4 1 1 bb h5 1 1 ba h6 1 1 \
        x4e h7 1 1 8rm h8 1 1 x4d hb 1 1 bg hd 1 1 8ry he 1 1 bh hh 1 1 bj hp 1 1 8ro hs 1 1 bq hu 1 1 x51 hv 1 1 \
        bt hz 1 1 x4h i0 1 1 by i1 1 1 g4 i2 2 1 c1 i4 1 1 g5 ia 1 1 c7 il 1 1 x4i im 1 1 x4g n9 1 1 pl oh 2 2 og \
        on 1 1 om or 3 1 sd q4 1 1 p2 q5 3 1 p4 q9 h 1 pd qq 1 1 pv qr 9 1 pv r0 1 1 p8 r1 2 1 pa r4 1 1 pe r5 1 1 \
        pk r9 1 1 py ra 1 1 ps rb 1 1 r3 rd c 2 rc s0 1 1 pm s1 1 1 pt s2 1 1 s9 s3 1 1 ov s5 1 1 ph s8 1 1 s7 sb 1 \
        1 sa ts w 1 sw uo g 1 sg v5 h 2 v4 wb r 2 wa xu 7 2 xt y7 1 1 xs y9 1c 2 y8 129 12 1 10x 3bk 17 1 5n4 3ct 3 \
        1 5od 3y0 6 1 3xs 5mo 1 1 sy 5mp 1 1 t0 5mq 1 1 ta 5mr 2 1 td 5mt 1 1 te 5mu 1 1 tm 5mv 1 1 v6 5mw 1 1 wui \
        5tl 1 1 x31 5tp 1 1 8rn 5u6 1 1 x52 5xd 23 2 5xc 61n 1 1 600 61t 1c 2 61s 64g 8 1 64o 64w 6 1 654 65c 8 1 \
        65k 65s 8 1 660 668 6 1 66g 66p 4 2 66x 674 8 1 67c 67k 2 1 69m 67m 4 1 6a0 67q 2 1 6ai 67s 2 1 6bc 67u 2 1 \
        6ay 67w 2 1 6be 69c 2 1 69k 69q 1 1 pl 6a8 2 1 6ag 6ao 2 1 6aw 6at 1 1 6b0 6ku 1 1 6k2 6ls g 1 6lc 6mc 1 1 \
        6mb 79s q 1 792 8q8 1c 1 8ow 8rl 1 1 8rk 8rp 1 1 fu 8rq 1 1 fy 8rs 3 2 8rr 8s3 1 1 8s2 8s6 1 1 8s5 8sh 1e 2 \
        8sg 8vg 2 2 8vf 8vn 1 1 8vm 8w0 12 1 3a8 8x3 1 1 3bb 8x9 1 1 3bh wu9 n 2 wu8 ww1 e 2 ww0 x0j 7 2 x0i x0z v \
        2 x0y x2y 2 2 x2x x33 5 2 x32 x3g 1 1 x3f x3l 2 2 x3k x3o 1 1 x50 x3r a 2 x3q x4l 8 2 x4k x54 2 2 x53 x5d 1 \
        1 x5c x5j 2 2 x5i x6e 1 1 x6d xub 1 1 x4j xv4 28 1 3vk 1ef5 q 1 1ee9 1fe0 14 1 1fcw 1fiw 10 1 1fhs 1fo7 b 1 \
        1fn4 1foj f 1 1fng 1foz 7 1 1fnw 1fp7 2 1 1fo4 1h34 1f 1 1h1c 1jgg w 1 1jfk 20dc w 1 20cg 2oma y 1 2olc
        """

    /// `length source target…` of one-to-many mappings, in base 36.
    static let upperSpecial: StaticString = """
        2 67 2b 2b 2 95 jg 26 2 ds 22 lo 3 pc pl lk ld 3 q8 px lk ld 2 13b 111 11u 2 61i 20 mp 2 61j 2c lk 2 61k 2f \
        lm 2 61l 2h lm 2 61m 1t ji 2 66o px lv 3 66q px lv lc 3 66s px lv ld 3 66u px lv n6 2 680 64o pl 2 681 64p \
        pl 2 682 64q pl 2 683 64r pl 2 684 64s pl 2 685 64t pl 2 686 64u pl 2 687 64v pl 2 688 64o pl 2 689 64p pl \
        2 68a 64q pl 2 68b 64r pl 2 68c 64s pl 2 68d 64t pl 2 68e 64u pl 2 68f 64v pl 2 68g 65k pl 2 68h 65l pl 2 \
        68i 65m pl 2 68j 65n pl 2 68k 65o pl 2 68l 65p pl 2 68m 65q pl 2 68n 65r pl 2 68o 65k pl 2 68p 65l pl 2 68q \
        65m pl 2 68r 65n pl 2 68s 65o pl 2 68t 65p pl 2 68u 65q pl 2 68v 65r pl 2 68w 67c pl 2 68x 67d pl 2 68y 67e \
        pl 2 68z 67f pl 2 690 67g pl 2 691 67h pl 2 692 67i pl 2 693 67j pl 2 694 67c pl 2 695 67d pl 2 696 67e pl \
        2 697 67f pl 2 698 67g pl 2 699 67h pl 2 69a 67i pl 2 69b 67j pl 2 69e 69m pl 2 69f pd pl 2 69g p2 pl 2 69i \
        pd n6 3 69j pd n6 pl 2 69o pd pl 2 69u 6a2 pl 2 69v pj pl 2 69w p5 pl 2 69y pj n6 3 69z pj n6 pl 2 6a4 pj \
        pl 3 6aa pl lk lc 3 6ab pl lk ld 2 6ae pl n6 3 6af pl lk n6 3 6aq px lk lc 3 6ar px lk ld 2 6as pt lv 2 6au \
        px n6 3 6av px lk n6 2 6b6 6be pl 2 6b7 q1 pl 2 6b8 pb pl 2 6ba q1 n6 3 6bb q1 n6 pl 2 6bg q1 pl 2 1dkw 1y \
        1y 2 1dkx 1y 21 2 1dky 1y 24 3 1dkz 1y 1y 21 3 1dl0 1y 1y 24 2 1dl1 2b 2c 2 1dl2 2b 2c 2 1dlf 11g 11i 2 \
        1dlg 11g 111 2 1dlh 11g 117 2 1dli 11q 11i 2 1dlj 11g 119
        """

    /// `start count step target` of one-to-one case pairs, in base 36.
    static let titleRuns: StaticString = """
        ck 1 1 cl cl 1 1 cl cm 1 1 cl cn 1 1 co co 1 1 co cp 1 1 co cq 1 1 cr cr 1 1 cr cs 1 1 cr dt 1 1 du du 1 1 \
        du dv 1 1 du 3bk 17 1 3bk 3ct 3 1 3ct 680 8 1 688 688 8 1 688 68g 8 1 68o 68o 8 1 68o 68w 8 1 694 694 8 1 \
        694 69f 1 1 69o 69o 1 1 69o 69v 1 1 6a4 6a4 1 1 6a4 6b7 1 1 6bg 6bg 1 1 6bg
        """

    /// `length source target…` of one-to-many mappings, in base 36.
    static let titleSpecial: StaticString = """
        2 67 2b 37 2 13b 111 136 2 69e 69m n9 2 69g p2 n9 3 69j pd n6 n9 2 69u 6a2 n9 2 69w p5 n9 3 69z pj n6 n9 2 \
        6b6 6be n9 2 6b8 pb n9 3 6bb q1 n6 n9 2 1dkw 1y 2u 2 1dkx 1y 2x 2 1dky 1y 30 3 1dkz 1y 2u 2x 3 1dl0 1y 2u \
        30 2 1dl1 2b 38 2 1dl2 2b 38 2 1dlf 11g 12u 2 1dlg 11g 12d 2 1dlh 11g 12j 2 1dli 11q 12u 2 1dlj 11g 12l
        """

    /// `start count step target` of one-to-one case pairs, in base 36.
    static let foldRuns: StaticString = """
        51 1 1 qk an 1 1 37 n9 1 1 qh qq 1 1 qr r4 1 1 qa r5 1 1 qg r9 1 1 qu ra 1 1 qo s0 1 1 qi s1 1 1 qp s5 1 1 \
        qd 3vk 2e 1 3vk 3y0 6 1 3xs 5mo 1 1 tu 5mp 1 1 tw 5mq 1 1 u6 5mr 2 1 u9 5mt 1 1 ua 5mu 1 1 ui 5mv 1 1 v7 \
        5mw 1 1 wuj 61n 1 1 601 69q 1 1 qh xv4 28 1 3vk
        """

    /// `length source target…` of one-to-many mappings, in base 36.
    static let foldSpecial: StaticString = """
        2 67 37 37 2 95 jg 32 2 ds 2y lo 3 pc qh lk ld 3 q8 qt lk ld 2 13b 12d 136 2 61i 2w mp 2 61j 38 lk 2 61k 3b \
        lm 2 61l 3d lm 2 61m 2p ji 2 61q 37 37 2 66o qt lv 3 66q qt lv lc 3 66s qt lv ld 3 66u qt lv n6 2 680 64g \
        qh 2 681 64h qh 2 682 64i qh 2 683 64j qh 2 684 64k qh 2 685 64l qh 2 686 64m qh 2 687 64n qh 2 688 64g qh \
        2 689 64h qh 2 68a 64i qh 2 68b 64j qh 2 68c 64k qh 2 68d 64l qh 2 68e 64m qh 2 68f 64n qh 2 68g 65c qh 2 \
        68h 65d qh 2 68i 65e qh 2 68j 65f qh 2 68k 65g qh 2 68l 65h qh 2 68m 65i qh 2 68n 65j qh 2 68o 65c qh 2 68p \
        65d qh 2 68q 65e qh 2 68r 65f qh 2 68s 65g qh 2 68t 65h qh 2 68u 65i qh 2 68v 65j qh 2 68w 674 qh 2 68x 675 \
        qh 2 68y 676 qh 2 68z 677 qh 2 690 678 qh 2 691 679 qh 2 692 67a qh 2 693 67b qh 2 694 674 qh 2 695 675 qh \
        2 696 676 qh 2 697 677 qh 2 698 678 qh 2 699 679 qh 2 69a 67a qh 2 69b 67b qh 2 69e 67k qh 2 69f q9 qh 2 \
        69g q4 qh 2 69i q9 n6 3 69j q9 n6 qh 2 69o q9 qh 2 69u 67o qh 2 69v qf qh 2 69w q6 qh 2 69y qf n6 3 69z qf \
        n6 qh 2 6a4 qf qh 3 6aa qh lk lc 3 6ab qh lk ld 2 6ae qh n6 3 6af qh lk n6 3 6aq qt lk lc 3 6ar qt lk ld 2 \
        6as qp lv 2 6au qt n6 3 6av qt lk n6 2 6b6 67w qh 2 6b7 qx qh 2 6b8 r2 qh 2 6ba qx n6 3 6bb qx n6 qh 2 6bg \
        qx qh 2 1dkw 2u 2u 2 1dkx 2u 2x 2 1dky 2u 30 3 1dkz 2u 2u 2x 3 1dl0 2u 2u 30 2 1dl1 37 38 2 1dl2 37 38 2 \
        1dlf 12s 12u 2 1dlg 12s 12d 2 1dlh 12s 12j 2 1dli 132 12u 2 1dlj 12s 12l
        """
}
