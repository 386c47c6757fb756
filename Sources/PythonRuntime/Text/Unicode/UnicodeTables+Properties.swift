// Written by scripts/generate-unicode-tables.py from CPython 3.11, Unicode 14.0.0. Do not edit.

extension UnicodeTables {
    /// The zero of each run of ten decimal digits, ascending, in base 36.
    static let decimalZeros: StaticString = """
        1c 19c 1dc 1j4 1uu 1ye 21y 25i 292 2cm 2g6 2jq 2na 2qu 2ts 2xc 2zk 37k 39s 4ps 4r4 4zq 53k 58g 58w 5e8 5gw \
        5kw 5lc wtc xcg xds xjk xkg xn4 xyo 1eds 1fhc 1h68 1ht2 1hww 1hyu 1i34 1ib4 1ikw 1iog 1iz4 1j28 1j5c 1jhc \
        1jkg 1k5s 1kcw 1kf4 1zkw 1znk 1zrk 2l72 2l7c 2l7m 2l7w 2l86 2n28 2ne8 2onk 2sc0
        """

    /// `count bits` of each run of code points with equal properties, from U+0000, in base 36.
    static let propertyRuns: StaticString = """
        9 0 1 g 4 6c0 e 0 3 6c0 1 g 1 1c 6 w 1 tc 6 w 1 tc 1 w a 372 1 tc 6 w q 57l 3 w 1 tc 1 4rk 1 tc q 59d 4 w 6 \
        0 1 6c0 q 0 1 g 7 w 1 tc 1 w 1 59d 2 w 1 sg 1 w 1 tc 2 w 2 18 1 tc 1 59d 1 w 1 3z4 1 tc 1 18 1 59d 1 w 3 14 \
        1 w n 57l 1 w 7 57l o 59d 1 w 8 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d \
        1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d \
        1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d \
        1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 2 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d \
        1 57l 1 59d 1 57l 1 59d 1 57l 2 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d \
        1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d \
        1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 2 57l 1 59d \
        1 57l 1 59d 1 57l 3 59d 2 57l 1 59d 1 57l 1 59d 2 57l 1 59d 3 57l 2 59d 4 57l 1 59d 2 57l 1 59d 3 57l 3 59d \
        2 57l 1 59d 2 57l 1 59d 1 57l 1 59d 1 57l 1 59d 2 57l 1 59d 1 57l 2 59d 1 57l 1 59d 2 57l 1 59d 3 57l 1 59d \
        1 57l 1 59d 2 57l 2 59d 1 4rl 1 57l 3 59d 4 4rl 1 57l 1 5cx 1 59d 1 57l 1 5cx 1 59d 1 57l 1 5cx 1 59d 1 57l \
        1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 2 59d 1 57l 1 59d 1 57l \
        1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 2 59d 1 57l 1 5cx 1 59d \
        1 57l 1 59d 3 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d \
        1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d \
        1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d \
        1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 7 59d 2 57l 1 59d 2 57l 2 59d 1 57l 1 59d 4 57l 1 59d 1 57l 1 59d \
        1 57l 1 59d 1 57l 1 59d 1 57l 1x 59d 1 4rl r 59d 9 61t 7 5k1 2 61t 4 tc c 5k1 e tc 5 61t 7 tc 1 5k1 1 tc 1 \
        5k1 h tc 1x 3z4 1 4gw 16 3z4 1 57l 1 59d 1 57l 1 59d 1 5k1 1 tc 1 57l 1 59d 2 0 1 1b5 3 59d 1 w 1 57l 4 0 2 \
        tc 1 57l 1 3z4 3 57l 1 0 1 57l 1 0 2 57l 1 59d h 57l 1 0 9 57l z 59d 1 57l 2 59d 3 57l 3 59d 1 57l 1 59d 1 \
        57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 \
        57l 1 59d 1 57l 5 59d 1 57l 1 59d 1 w 1 57l 1 59d 2 57l 2 59d 1f 57l 1c 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 \
        59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 \
        59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 w 5 3z4 2 tc 1 57l 1 59d 1 57l 1 59d 1 \
        57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 \
        57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 \
        57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 2 57l 1 59d 1 57l 1 59d 1 \
        57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 2 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 \
        57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 \
        57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 \
        57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 \
        57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 \
        57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 0 12 57l 2 \
        0 1 5k1 5 w 1 tc 15 59d 2 w 2 0 3 w 1 0 19 3z4 1 w 1 3z4 1 w 2 3z4 1 w 2 3z4 1 w 1 3z4 8 0 r 4rl 4 0 4 4rl \
        1 w 1 tc b 0 6 sg a w b 3z4 1 w 1 sg 3 w w 4rl 1 5k1 a 4rl l 3z4 a 372 4 w 2 4rl 1 3z4 2r 4rl 1 w 1 4rl 7 \
        3z4 1 sg 1 w 6 3z4 2 5k1 2 3z4 1 w 4 3z4 2 4rl a 372 3 4rl 2 w 1 4rl e w 1 0 1 sg 1 4rl 1 3z4 u 4rl r 3z4 2 \
        0 2h 4rl b 3z4 1 4rl e 0 a 372 x 4rl 9 3z4 2 5k1 4 w 1 5k1 2 0 1 3z4 2 w m 4rl 4 3z4 1 5k1 9 3z4 1 5k1 3 \
        3z4 1 5k1 5 3z4 2 0 f w 1 0 p 4rl 3 3z4 2 0 1 w 1 0 b 4rl 5 0 o 4rl 1 tc 6 4rl 1 0 2 sg 6 0 8 3z4 15 4rl 1 \
        5k1 o 3z4 1 sg w 3z4 1 36o 1i 4rl 1 3z4 1 36o 1 3z4 1 4rl 3 36o 8 3z4 4 36o 1 3z4 2 36o 1 4rl 7 3z4 a 4rl 2 \
        3z4 2 w a 372 1 w 1 5k1 f 4rl 1 3z4 2 36o 1 0 8 4rl 2 0 2 4rl 2 0 m 4rl 1 0 7 4rl 1 0 1 4rl 3 0 4 4rl 2 0 1 \
        3z4 1 4rl 3 36o 4 3z4 2 0 2 36o 2 0 2 36o 1 3z4 1 4rl 8 0 1 36o 4 0 2 4rl 1 0 3 4rl 2 3z4 2 0 a 372 2 4rl 2 \
        w 6 14 2 w 1 4rl 1 w 1 3z4 2 0 2 3z4 1 36o 1 0 6 4rl 4 0 2 4rl 2 0 m 4rl 1 0 7 4rl 1 0 2 4rl 1 0 2 4rl 1 0 \
        2 4rl 2 0 1 3z4 1 0 3 36o 2 3z4 4 0 2 3z4 2 0 3 3z4 3 0 1 3z4 7 0 4 4rl 1 0 1 4rl 7 0 a 372 2 3z4 3 4rl 1 \
        3z4 1 w a 0 2 3z4 1 36o 1 0 9 4rl 1 0 3 4rl 1 0 m 4rl 1 0 7 4rl 1 0 2 4rl 1 0 5 4rl 2 0 1 3z4 1 4rl 3 36o 5 \
        3z4 1 0 2 3z4 1 36o 1 0 2 36o 1 3z4 2 0 1 4rl f 0 2 4rl 2 3z4 2 0 a 372 2 w 7 0 1 4rl 6 3z4 1 0 1 3z4 2 36o \
        1 0 8 4rl 2 0 2 4rl 2 0 m 4rl 1 0 7 4rl 1 0 2 4rl 1 0 5 4rl 2 0 1 3z4 1 4rl 1 36o 1 3z4 1 36o 4 3z4 2 0 2 \
        36o 2 0 2 36o 1 3z4 7 0 2 3z4 1 36o 4 0 2 4rl 1 0 3 4rl 2 3z4 2 0 a 372 1 w 1 4rl 6 14 a 0 1 3z4 1 4rl 1 0 \
        6 4rl 3 0 3 4rl 1 0 4 4rl 3 0 2 4rl 1 0 1 4rl 1 0 2 4rl 3 0 2 4rl 3 0 3 4rl 3 0 c 4rl 4 0 2 36o 1 3z4 2 36o \
        3 0 3 36o 1 0 3 36o 1 3z4 2 0 1 4rl 6 0 1 36o e 0 a 372 3 14 8 w 5 0 1 3z4 3 36o 1 3z4 8 4rl 1 0 3 4rl 1 0 \
        n 4rl 1 0 g 4rl 2 0 1 3z4 1 4rl 3 3z4 4 36o 1 0 3 3z4 1 0 4 3z4 7 0 2 3z4 1 0 3 4rl 2 0 1 4rl 2 0 2 4rl 2 \
        3z4 2 0 a 372 7 0 1 w 7 14 1 w 1 4rl 1 3z4 2 36o 1 w 8 4rl 1 0 3 4rl 1 0 n 4rl 1 0 a 4rl 1 0 5 4rl 2 0 1 \
        3z4 1 4rl 1 36o 1 3z4 5 36o 1 0 1 3z4 2 36o 1 0 2 36o 2 3z4 7 0 2 36o 6 0 2 4rl 1 0 2 4rl 2 3z4 2 0 a 372 1 \
        0 2 4rl d 0 2 3z4 2 36o 9 4rl 1 0 3 4rl 1 0 15 4rl 2 3z4 1 4rl 3 36o 4 3z4 1 0 3 36o 1 0 3 36o 1 3z4 1 4rl \
        1 w 4 0 3 4rl 1 36o 7 14 3 4rl 2 3z4 2 0 a 372 9 14 1 w 6 4rl 1 0 1 3z4 2 36o 1 0 i 4rl 3 0 o 4rl 1 0 9 4rl \
        1 0 1 4rl 2 0 7 4rl 3 0 1 3z4 4 0 3 36o 3 3z4 1 0 1 3z4 1 0 8 36o 6 0 a 372 2 0 2 36o 1 w c 0 1c 4rl 1 3z4 \
        1 4rl 1 36p 7 3z4 4 0 1 w 6 4rl 1 5k1 8 3z4 1 w a 372 2 w 11 0 2 4rl 1 0 1 4rl 1 0 5 4rl 1 0 o 4rl 1 0 1 \
        4rl 1 0 a 4rl 1 3z4 1 4rl 1 36p 9 3z4 1 4rl 2 0 5 4rl 1 0 1 5k1 1 0 6 3z4 2 0 a 372 2 0 4 4rl w 0 1 4rl n w \
        2 3z4 6 w a 372 a 14 1 w 1 3z4 1 w 1 3z4 1 w 1 3z4 4 w 2 36o 8 4rl 1 0 10 4rl 4 0 e 3z4 1 36o 5 3z4 1 w 2 \
        3z4 5 4rl b 3z4 1 0 10 3z4 1 0 8 w 1 3z4 6 w 1 0 d w 11 0 17 4rl 2 36o 4 3z4 1 36o 6 3z4 1 36o 2 3z4 2 36o \
        2 3z4 1 4rl a 372 6 w 6 4rl 2 36o 2 3z4 4 4rl 3 3z4 1 4rl 3 36o 2 4rl 7 36o 3 4rl 4 3z4 d 4rl 1 3z4 2 36o 2 \
        3z4 6 36o 1 3z4 1 4rl 1 36o a 372 3 36o 1 3z4 2 w 12 57l 1 0 1 57l 5 0 1 57l 2 0 17 59d 1 w 1 5k1 3 59d 95 \
        4rl 1 0 4 4rl 2 0 7 4rl 1 0 1 4rl 1 0 4 4rl 2 0 15 4rl 1 0 4 4rl 2 0 x 4rl 1 0 4 4rl 2 0 7 4rl 1 0 1 4rl 1 \
        0 4 4rl 2 0 f 4rl 1 0 1l 4rl 1 0 4 4rl 2 0 1v 4rl 2 0 3 3z4 9 w 9 370 b 14 3 0 g 4rl a w 6 0 2e 57l 2 0 6 \
        59d 2 0 1 w h8 4rl 2 w h 4rl 1 g q 4rl 2 w 3 0 23 4rl 3 w 3 4rs 8 4rl 7 0 i 4rl 3 3z4 1 36o 9 0 j 4rl 2 3z4 \
        1 36o 2 w 9 0 i 4rl 2 3z4 c 0 d 4rl 1 0 3 4rl 1 0 2 3z4 c 0 1g 4rl 2 3z4 1 36o 7 3z4 8 36o 1 3z4 2 36o b \
        3z4 3 w 1 5k1 4 w 1 4rl 1 3z4 2 0 a 372 6 0 a 14 6 0 b w 3 3z4 1 sg 1 3z4 a 372 6 0 z 4rl 1 5k1 1h 4rl 7 0 \
        5 4rl 2 5k0 y 4rl 1 3z4 1 4rl 5 0 1y 4rl a 0 v 4rl 1 0 3 3z4 4 36o 2 3z4 3 36o 4 0 2 36o 1 3z4 6 36o 3 3z4 \
        4 0 1 w 3 0 2 w a 372 u 4rl 2 0 5 4rl b 0 18 4rl 4 0 q 4rl 6 0 a 372 1 370 3 0 y w n 4rl 2 3z4 2 36o 1 3z4 \
        2 0 2 w 1h 4rl 1 36o 1 3z4 1 36o 7 3z4 1 0 1 3z4 1 36o 1 3z4 2 36o 8 3z4 6 36o a 3z4 2 0 1 3z4 a 372 6 0 a \
        372 6 0 7 w 1 5k1 6 w 2 0 e 3z4 1 tc g 3z4 1d 0 4 3z4 1 36o 1b 4rl 1 3z4 1 36o 5 3z4 1 36o 1 3z4 5 36o 1 \
        3z4 2 36o 8 4rl 3 0 a 372 h w 9 3z4 b w 1 0 2 3z4 1 36o u 4rl 1 36o 4 3z4 2 36o 2 3z4 1 36o 3 3z4 2 4rl a \
        372 18 4rl 1 3z4 1 36o 2 3z4 3 36o 1 3z4 1 36o 3 3z4 2 36o 8 0 4 w 10 4rl 8 36o 8 3z4 2 36o 2 3z4 3 0 5 w a \
        372 3 0 3 4rl a 372 u 4rl 6 5k1 2 w 9 59d 7 0 17 57l 2 0 3 57l 8 w 8 0 3 3z4 1 w d 3z4 1 36o 7 3z4 4 4rl 1 \
        3z4 6 4rl 1 3z4 2 4rl 1 36o 2 3z4 1 4rl 5 0 18 59d 1r 61t d 59d 1 61t y 59d 11 61t 1s 3z4 1 57l 1 59d 1 57l \
        1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l \
        1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l \
        1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l \
        1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l \
        1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l \
        1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l \
        1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l \
        1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l \
        1 59d 1 57l 9 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l \
        1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l \
        1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l \
        1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l \
        1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l \
        1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 9 59d 8 57l 6 59d 2 0 6 57l 2 0 8 59d 8 57l 8 \
        59d 8 57l 6 59d 2 0 6 57l 2 0 8 59d 1 0 1 57l 1 0 1 57l 1 0 1 57l 1 0 1 57l 8 59d 8 57l e 59d 2 0 8 59d 8 \
        5cx 8 59d 8 5cx 8 59d 8 5cx 5 59d 1 0 2 59d 4 57l 1 5cx 1 tc 1 59d 3 tc 3 59d 1 0 2 59d 4 57l 1 5cx 3 tc 4 \
        59d 2 0 2 59d 4 57l 1 0 3 tc 8 59d 5 57l 3 tc 2 0 3 59d 1 0 2 59d 4 57l 1 5cx 2 tc 1 0 b g 5 sg 8 w 2 tc a \
        w 1 tc 2 w 1 tc 2 6c0 5 sg 1 g f w 2 36o j w 1 36o a w 1 g 5 sg 1 0 a sg 1 18 1 61t 2 0 6 18 5 w 1 61t a 18 \
        5 w 1 0 d 61t 3 0 x w f 0 d 3z4 4 tc 1 3z4 3 tc c 3z4 f 0 2 w 1 57l 4 w 1 57l 2 w 1 59d 3 57l 2 59d 3 57l 1 \
        59d 1 w 1 57l 2 w 1 4rk 5 57l 6 w 1 57l 1 w 1 57l 1 w 1 57l 1 w 4 57l 1 4rk 1 59d 4 57l 1 59d 4 4rl 1 59d 2 \
        w 2 59d 2 57l 5 w 1 57l 4 59d 4 w 1 59d 1 w g 14 g 57s g 59k 3 4rs 1 57l 1 59d 4 4rs 1 14 2 w 4 0 if w p 0 \
        b w l 0 9 18 b 14 9 18 b 14 9 18 b 14 q w q gw q io 1 18 a 14 9 18 1 14 1 18 hi w 9 18 1 14 9 18 1 14 9 18 \
        1 14 rk w 2 0 w w 1 0 2x w 1c 57l 1c 59d 1 57l 1 59d 3 57l 2 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 4 57l \
        1 59d 1 57l 2 59d 1 57l 6 59d 2 61t 3 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d \
        1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d \
        1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d \
        1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d \
        1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d \
        1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 2 59d 6 w 1 57l 1 \
        59d 1 57l 1 59d 3 3z4 1 57l 1 59d 5 0 4 w 1 14 2 w 12 59d 1 0 1 59d 5 0 1 59d 2 0 1k 4rl 7 0 1 5k1 1 w e 0 \
        1 3z4 n 4rl 9 0 7 4rl 1 0 7 4rl 1 0 7 4rl 1 0 7 4rl 1 0 7 4rl 1 0 7 4rl 1 0 7 4rl 1 0 7 4rl 1 0 w 3z4 1b w \
        1 td 1a w y 0 q w 1 0 2h w c 0 5y w q 0 c w 4 0 1 g 4 w 1 5k1 1 4rl 1 4rs p w 9 4rs 4 3z4 2 36o 1 w 5 5k1 2 \
        w 3 4rs 1 5k1 1 4rl 3 w 1 0 2e 4rl 2 0 2 3z4 2 tc 2 5k1 1 4rl 1 w 2i 4rl 1 w 3 5k1 1 4rl 5 0 17 4rl 1 0 2m \
        4rl 1 0 2 w 4 14 a w w 4rl 10 w c 0 g 4rl v w 1 0 a 14 u w 8 14 1 w f 14 w w a 14 13 w f 14 8w w 5 4rl 1 \
        4rt 3h 4rl 1 4rt py 4rl 1 4rt ma 4rl 1 4rt 3n6 4rl 1s w 1 4rt 2 4rl 1 4rt 3 4rl 1 4rt 1 4rl 1 4rt 2b 4rl 1 \
        4rt 1a 4rl 1 4rt 7 4rl 1 4rt 1 4rl 1 4rt 14 4rl 2 4rt u 4rl 1 4rt 8 4rl 1 4rt 10 4rl 1 4rt 2q 4rl 1 4rt b7 \
        4rl 1 4rt 1t 4rl 1 4rt y 4rl 1 4rt 1 4rl 1 4rt 1 4rl 1 4rt cz 4rl 1 4rt 1 4rl 3 4rt 6 4rl 1 4rt 38 4rl 4 \
        4rt ly 4rl 1 4rt et 4rl 1 4rt 7 4rl 1 4rt 134 4rl 1 4rt 3n 4rl 2 4rt c 4rl 3 4rt 1 4rl 1 4rt rx 4rl 1 4rt \
        25 4rl 1 4rt w5 4rl 1 4rt 1f7 4rl 1 4rt wf 4rl 1 4rt kn 4rl 1 4rt 1zb 4rl 1 4rt px 4rl 1 4rt 1oh 4rl 1 4rt \
        4 4rl 1 4rt 3g 4rl 1 4rt 1rk 4rl 1 4rt 10 4rl 1 4rt 5 4rl 1 4rt 17 4rl 1 4rt 3h 4rl 1 4rt 1su 4rl 1 5k1 vr \
        4rl 3 0 1j w 9 0 14 4rl 6 5k1 2 w 7g 4rl 1 5k1 3 w g 4rl a 372 2 4rl k 0 1 57l 1 59d 1 57l 1 59d 1 57l 1 \
        59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 \
        59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 \
        59d 1 57l 1 59d 1 57l 1 59d 1 4rl 1 3z4 3 tc 1 w a 3z4 1 w 1 5k1 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l \
        1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l \
        1 59d 1 57l 1 59d 2 61t 2 3z4 1y 4rl a 4rs 2 3z4 6 w 8 0 n tc 9 5k1 2 tc 1 57l 1 59d 1 57l 1 59d 1 57l 1 \
        59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 3 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 \
        59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 \
        59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 \
        59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 61t 8 \
        59d 1 57l 1 59d 1 57l 1 59d 2 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 5k1 2 tc 1 57l 1 \
        59d 1 57l 1 59d 1 4rl 1 57l 1 59d 1 57l 3 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 \
        57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 5 57l 1 59d 5 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 \
        57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 1 57l 1 59d 4 57l 1 59d 1 57l 1 59d 5 0 1 57l 1 59d 1 0 1 59d \
        1 0 1 59d 1 57l 1 59d 1 57l 1 59d o 0 3 5k1 1 57l 1 59d 1 4rl 2 61t 1 59d 7 4rl 1 3z4 3 4rl 1 3z4 4 4rl 1 \
        3z4 n 4rl 2 36o 2 3z4 1 36o 4 w 1 3z4 3 0 6 14 4 w 6 0 1g 4rl 4 w 8 0 2 36o 1e 4rl g 36o 2 3z4 8 0 2 w a \
        372 6 0 i 3z4 6 4rl 3 w 1 4rl 1 w 2 4rl 1 3z4 a 372 s 4rl 8 3z4 2 w n 4rl b 3z4 2 36o b 0 1 w t 4rl 3 0 3 \
        3z4 1 36o 1b 4rl 1 3z4 2 36o 4 3z4 2 36o 2 3z4 3 36o d w 1 0 1 5k1 a 372 4 0 2 w 5 4rl 1 3z4 1 5k1 9 4rl a \
        372 5 4rl 1 0 15 4rl 6 3z4 2 36o 2 3z4 2 36o 2 3z4 9 0 3 4rl 1 3z4 8 4rl 1 3z4 1 36o 2 0 a 372 2 0 4 w g \
        4rl 1 5k1 6 4rl 3 w 1 4rl 1 36o 1 3z4 1 36o 1e 4rl 1 3z4 1 4rl 3 3z4 2 4rl 2 3z4 5 4rl 2 3z4 1 4rl 1 3z4 1 \
        4rl o 0 2 4rl 1 5k1 2 w b 4rl 1 36o 2 3z4 2 36o 2 w 1 4rl 2 5k1 1 36o 1 3z4 a 0 6 4rl 2 0 6 4rl 2 0 6 4rl 9 \
        0 7 4rl 1 0 7 4rl 1 0 17 59d 1 tc 4 61t 9 59d 1 5k1 2 tc 4 0 28 59d z 4rl 2 36o 1 3z4 2 36o 1 3z4 2 36o 1 w \
        1 36o 1 3z4 2 0 a 372 6 0 8mc 4rl c 0 n 4rl 4 0 1d 4rl 6is 0 2z 4rl 1 4rt 7 4rl 1 4rt 4 4rl 1 4rt 1l 4rl 1 \
        4rt u 4rl 1 4rt 1 4rl 1 4rt 15 4rl 1 4rt 34 4rl 2 0 2y 4rl 12 0 7 59d c 0 5 59d 5 0 1 4rl 1 3z4 a 4rl 1 w d \
        4rl 1 0 5 4rl 1 0 1 4rl 1 0 2 4rl 1 0 2 4rl 1 0 30 4rl h tc g 0 3v 4rl 6 x 62 4rl i w 1s 4rl 2 0 1i 4rl 7 0 \
        1 w w 0 a 4rl 2 x 4 w g 3z4 3 w 1 tc 6 w 6 0 g 3z4 3 w 2 36o o w 3 36o 2 w 1 tc 1 0 1 w 1 tc h w 1 0 4 w 4 \
        0 1 x 1 4rl 1 x 1 4rl 1 x 1 0 1 x 1 4rl 1 x 1 4rl 1 x 1 4rl 1 x 1 4rl 1 x 3i 4rl 2 0 1 sg 1 0 6 w 1 tc 6 w \
        1 tc 1 w a 372 1 tc 6 w q 57l 3 w 1 tc 1 36o 1 tc q 59d b w a 4rl 1 5k1 19 4rl 2 3z5 v 4rl 3 0 6 4rl 2 0 6 \
        4rl 2 0 6 4rl 2 0 3 4rl 3 0 3 w 1 tc 3 w 1 0 7 w a 0 3 sg 2 w 2 0 c 4rl 1 0 q 4rl 1 0 j 4rl 1 0 2 4rl 1 0 f \
        4rl 2 0 e 4rl y 0 3f 4rl 5 0 3 w 4 0 19 14 3 0 9 w 1h 4rs 4 14 h w 2 14 3 w 1 0 d w 3 0 1 w 1b 0 19 w 1 3z4 \
        3m 0 t 4rl 3 0 1d 4rl f 0 1 3z4 r 14 4 0 w 4rl 4 14 9 0 k 4rl 1 4rs 8 4rl 1 4rs 5 0 12 4rl 5 3z4 5 0 u 4rl \
        1 0 1 w 10 4rl 4 0 8 4rl 1 w 5 4rs 16 0 14 57l 14 59d 26 4rl 2 0 a 372 6 0 10 57l 4 0 10 59d 4 0 14 4rl 8 0 \
        1g 4rl b 0 1 w b 57l 1 0 f 57l 1 0 7 57l 1 0 2 57l 1 0 b 59d 1 0 f 59d 1 0 7 59d 1 0 2 59d 1v 0 8n 4rl 9 0 \
        m 4rl a 0 8 4rl o 0 1 61t 2 5k1 3 61t 1 0 16 61t 1 0 9 61t 1x 0 6 4rl 2 0 1 4rl 1 0 18 4rl 1 0 2 4rl 3 0 1 \
        4rl 2 0 n 4rl 1 0 1 w 8 14 n 4rl 2 w 7 14 v 4rl 8 0 9 14 1c 0 j 4rl 1 0 2 4rl 5 0 5 14 m 4rl 6 14 3 0 1 w q \
        4rl 5 0 1 w 1s 0 1k 4rl 4 0 2 14 2 4rl g 14 2 0 1a 14 1 4rl 3 3z4 1 0 2 3z4 5 0 4 3z4 4 4rl 1 0 3 4rl 1 0 t \
        4rl 2 0 3 3z4 4 0 1 3z4 4 18 5 14 7 0 9 w 7 0 t 4rl 2 14 1 w t 4rl 3 14 w 0 8 4rl 1 w s 4rl 2 3z4 4 0 5 14 \
        7 w 9 0 1i 4rl 3 0 7 w m 4rl 2 0 8 14 j 4rl 5 0 8 14 i 4rl 7 0 4 w c 0 7 14 28 0 21 4rl 1j 0 1f 57l d 0 1f \
        59d 7 0 6 14 10 4rl 4 3z4 8 0 a 372 86 0 9 18 m 14 1 0 16 4rl 1 0 2 3z4 1 w 2 0 2 4rl 26 0 t 4rl a 14 1 4rl \
        8 0 m 4rl b 3z4 4 14 5 w m 0 i 4rl 4 3z4 4 w 12 0 l 4rl 7 14 k 0 n 4rl 9 0 1 36o 1 3z4 1 36o 1h 4rl f 3z4 7 \
        w 4 0 9 18 b 14 a 372 1 3z4 2 4rl 2 3z4 1 4rl 9 0 3 3z4 1 36o 19 4rl 3 36o 4 3z4 2 36o 2 3z4 2 w 1 sg 4 w 1 \
        3z4 a 0 1 sg 2 0 p 4rl 7 0 a 372 6 0 3 3z4 10 4rl 5 3z4 1 36o 8 3z4 1 0 a 372 4 w 1 4rl 2 36o 1 4rl 8 0 z \
        4rl 1 3z4 2 w 1 4rl 9 0 2 3z4 1 36o 1c 4rl 3 36o 9 3z4 2 36o 4 4rl 4 w 4 3z4 1 w 1 36o 1 3z4 a 372 1 4rl 1 \
        w 1 4rl 3 w 1 0 k 14 b 0 i 4rl 1 0 p 4rl 3 36o 3 3z4 2 36o 1 3z4 1 36o 2 3z4 6 w 1 3z4 1t 0 7 4rl 1 0 1 4rl \
        1 0 4 4rl 1 0 f 4rl 1 0 a 4rl 1 w 6 0 1b 4rl 1 3z4 3 36o 8 3z4 5 0 a 372 6 0 2 3z4 2 36o 1 0 8 4rl 2 0 2 \
        4rl 2 0 m 4rl 1 0 7 4rl 1 0 2 4rl 1 0 5 4rl 1 0 2 3z4 1 4rl 2 36o 1 3z4 4 36o 2 0 2 36o 2 0 3 36o 2 0 1 4rl \
        6 0 1 36o 5 0 5 4rl 2 36o 2 0 7 3z4 3 0 5 3z4 3v 0 1h 4rl 3 36o 8 3z4 2 36o 3 3z4 1 36o 1 3z4 4 4rl 5 w a \
        372 2 w 1 0 1 w 1 3z4 3 4rl u 0 1c 4rl 3 36o 6 3z4 1 36o 1 3z4 4 36o 2 3z4 1 36o 2 3z4 2 4rl 1 w 1 4rl 8 0 \
        a 372 4m 0 1b 4rl 3 36o 4 3z4 2 0 4 36o 2 3z4 1 36o 2 3z4 n w 4 4rl 2 3z4 y 0 1c 4rl 3 36o 8 3z4 2 36o 1 \
        3z4 1 36o 2 3z4 3 w 1 4rl b 0 a 372 6 0 d w j 0 17 4rl 1 3z4 1 36o 1 3z4 2 36o 6 3z4 1 36o 1 3z4 1 4rl 1 w \
        6 0 a 372 1i 0 r 4rl 2 0 3 3z4 2 36o 4 3z4 1 36o 5 3z4 4 0 a 372 2 14 4 w 7 4rl 55 0 18 4rl 3 36o 9 3z4 1 \
        36o 2 3z4 1 w 2s 0 w 57l w 59d a 372 9 14 c 0 8 4rl 2 0 1 4rl 2 0 8 4rl 1 0 2 4rl 1 0 o 4rl 6 36o 1 0 2 36o \
        2 0 2 3z4 1 36o 1 3z4 1 4rl 1 36o 1 4rl 1 36o 1 3z4 3 w 9 0 a 372 1y 0 8 4rl 2 0 13 4rl 3 36o 4 3z4 2 0 2 \
        3z4 4 36o 1 3z4 1 4rl 1 w 1 4rl 1 36o r 0 1 4rl a 3z4 14 4rl 6 3z4 1 36o 1 4rl 4 3z4 8 w 1 3z4 8 0 1 4rl 6 \
        3z4 2 36o 3 3z4 1a 4rl d 3z4 1 36o 2 3z4 3 w 1 4rl 5 w d 0 21 4rl 7b 0 9 4rl 1 0 11 4rl 1 36o 7 3z4 1 0 6 \
        3z4 1 36o 1 3z4 1 4rl 5 w a 0 a 372 j 14 3 0 2 w u 4rl 2 0 m 3z4 1 0 1 36o 7 3z4 1 36o 2 3z4 1 36o 2 3z4 21 \
        0 7 4rl 1 0 2 4rl 1 0 12 4rl 6 3z4 3 0 1 3z4 1 0 2 3z4 1 0 7 3z4 1 4rl 1 3z4 8 0 a 372 6 0 6 4rl 1 0 2 4rl \
        1 0 w 4rl 5 36o 1 0 2 3z4 1 0 2 36o 1 3z4 1 36o 1 3z4 1 4rl 7 0 a 372 8m 0 j 4rl 2 3z4 2 36o 2 w 53 0 1 4rl \
        f 0 l 14 t w d 0 1 w pm 4rl 2u 0 33 4rs 1 0 5 w b 0 5g 4rl 218 0 2p 4rl 2 w d 0 tr 4rl 1 0 9 sg 347 0 g7 \
        4rl 6nt 0 ft 4rl 7 0 v 4rl 1 0 a 372 4 0 2 w 27 4rl 1 0 a 372 6 0 u 4rl 2 0 5 3z4 1 w a 0 1c 4rl 7 3z4 9 w \
        4 5k1 2 w a 0 a 372 1 0 7 14 1 0 l 4rl 5 0 j 4rl j4 0 w 57l w 59d n 14 4 w 2t 0 23 4rl 4 0 1 3z4 1 4rl 1j \
        36o 7 0 4 3z4 d 5k1 1s 0 2 5k1 1 w 1 5k1 1 3z4 b 0 2 36o e 0 4qg 4rl 8 0 ye 4rl 16 0 9 4rl 6w7 0 4 5k1 1 0 \
        7 5k1 1 0 2 5k1 1 0 83 4rl 19 0 3 4rl h 0 4 4rl 8 0 b0 4rl 1s4 0 2z 4rl 5 0 d 4rl 3 0 9 4rl 7 0 a 4rl 2 0 1 \
        w 2 3z4 1 w 4 sg 3mk 0 1a 3z4 2 0 n 3z4 9 0 38 w 1o 0 6u w a 0 13 w 2 0 1o w 2 36o 3 3z4 3 w 6 36o 8 sg 8 \
        3z4 2 w 7 3z4 u w 4 3z4 1p w l 0 1u w 3 3z4 1 w 4a 0 k 14 c 0 2f w 9 0 p 14 3r 0 q 57l q 59d q 57l 7 59d 1 \
        0 i 59d q 57l q 59d 1 57l 1 0 2 57l 2 0 1 57l 2 0 2 57l 2 0 4 57l 1 0 8 57l 4 59d 1 0 1 59d 1 0 7 59d 1 0 b \
        59d q 57l q 59d 2 57l 1 0 4 57l 2 0 8 57l 1 0 7 57l 1 0 q 59d 2 57l 1 0 4 57l 1 0 5 57l 1 0 1 57l 3 0 7 57l \
        1 0 q 59d q 57l q 59d q 57l q 59d q 57l q 59d q 57l q 59d q 57l q 59d q 57l s 59d 2 0 p 57l 1 w p 59d 1 w 6 \
        59d p 57l 1 w p 59d 1 w 6 59d p 57l 1 w p 59d 1 w 6 59d p 57l 1 w p 59d 1 w 6 59d p 57l 1 w p 59d 1 w 6 59d \
        1 57l 1 59d 2 0 1e 372 e8 w 1j 3z4 4 w 1e 3z4 8 w 1 3z4 e w 1 3z4 7 w f 0 5 3z4 1 0 f 3z4 uo 0 a 59d 1 4rl \
        k 59d 69 0 7 3z4 1 0 h 3z4 2 0 7 3z4 1 0 2 3z4 1 0 5 3z4 5x 0 19 4rl 3 0 7 3z4 7 5k1 2 0 a 372 4 0 1 4rl 1 \
        w 8w 0 u 4rl 1 3z4 h 0 18 4rl 4 3z4 a 372 5 0 1 w yo 0 7 4rl 1 0 4 4rl 1 0 2 4rl 1 0 f 4rl 1 0 5h 4rl 2 0 9 \
        14 7 3z4 15 0 y 57l y 59d 7 3z4 1 5k1 4 0 a 372 4 0 2 w lt 0 1n 14 1 w 3 14 1 w 4 14 24 0 19 14 1 w f 14 5e \
        0 4 4rl 1 0 r 4rl 1 0 2 4rl 1 0 1 4rl 2 0 1 4rl 1 0 a 4rl 1 0 4 4rl 1 0 1 4rl 1 0 1 4rl 6 0 1 4rl 4 0 1 4rl \
        1 0 1 4rl 1 0 1 4rl 1 0 3 4rl 1 0 2 4rl 1 0 1 4rl 2 0 1 4rl 1 0 1 4rl 1 0 1 4rl 1 0 1 4rl 1 0 1 4rl 1 0 2 \
        4rl 1 0 1 4rl 2 0 4 4rl 1 0 7 4rl 1 0 4 4rl 1 0 4 4rl 1 0 1 4rl 1 0 a 4rl 1 0 h 4rl 5 0 3 4rl 1 0 5 4rl 1 0 \
        h 4rl 1g 0 2 w 7i 0 18 w 4 0 2s w c 0 f w 2 0 f w 1 0 f w 1 0 11 w a 0 b 18 2 14 z w q gw 6 w q gw 6 w q gw \
        10 w 1k 0 t w d 0 18 w 4 0 9 w 7 0 2 w e 0 6 w 4a 0 6z w 5 tc k8 w 5 0 g w 3 0 d w 3 0 38 w c 0 2h w 7 0 c \
        w 4 0 1 w f 0 c w 4 0 1k w 8 0 a w 6 0 14 w 8 0 u w 2 0 2 w 26 0 9g w c 0 e w 2 0 5 w 3 0 5 w 3 0 7 w 9 0 t \
        w 3 0 b w 5 0 6 w a 0 a w 6 0 8 w 8 0 7 w 9 0 43 w 1 0 1j w 11 0 a 372 sm 0 1 4rl 1 4rt 2q 4rl 1 4rt 3h 4rl \
        1 4rt 1q 4rl 1 4rt 1l4 4rl 1 4rt 2g 4rl 1 4rt 8 4rl 1 4rt f 4rl 1 4rt 99 4rl 1 4rt i 4rl 1 4rt r 4rl 1 4rt \
        4ty 4rl 1 4rt 16v 4rl 1 4rt 3gi 4rl 1 4rt 7rl 4rl 1 4rt diq 4rl w 0 37d 4rl 7 0 66 4rl 2 0 4g2 4rl e 0 5rl \
        4rl 2e7 0 40 4rl 1 4rt b1 4rl 15u 0 3t7 4rl fcfq 0 1 sg u 0 2o sg 3k 0 6o 3z4 47bk 0
        """
}
