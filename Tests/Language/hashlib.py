import hashlib
for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512"):
    for data in (b"", b"abc", b"x" * 55, b"x" * 56, b"x" * 64, b"x" * 111, b"x" * 112, b"x" * 300):
        print(name, len(data), getattr(hashlib, name)(data).hexdigest())
    h = hashlib.new(name)
    h.update(b"a")
    c = h.copy()
    h.update(b"b" * 130)
    print(h.name, h.digest_size, h.block_size, h.hexdigest() == hashlib.new(name, b"a" + b"b" * 130).hexdigest(), c.digest() == hashlib.new(name.upper(), b"a").digest())
#> md5 0 d41d8cd98f00b204e9800998ecf8427e
#> md5 3 900150983cd24fb0d6963f7d28e17f72
#> md5 55 04364420e25c512fd958a70738aa8f72
#> md5 56 668a72d5ba17f08e62dabcafad6db14b
#> md5 64 c1bb4f81d892b2d57947682aeb252456
#> md5 111 acdfbe7d162f80a5133e9b10dac869b2
#> md5 112 26382a8d1f5cdb7bce4d4a8f01920656
#> md5 300 8a4876ea55d998a5d91ed59db796af28
#> md5 16 64 True True
#> sha1 0 da39a3ee5e6b4b0d3255bfef95601890afd80709
#> sha1 3 a9993e364706816aba3e25717850c26c9cd0d89d
#> sha1 55 cef734ba81a024479e09eb5a75b6ddae62e6abf1
#> sha1 56 901305367c259952f4e7af8323f480d59f81335b
#> sha1 64 bb2fa3ee7afb9f54c6dfb5d021f14b1ffe40c163
#> sha1 111 ebcb0b3e48c9ef45a6cea955e622bad8c29ff4e7
#> sha1 112 27fa638e78d8524dae129c782bb9042f0caed9f9
#> sha1 300 02fd68253071f895718c8d41f7ff665abe1a6290
#> sha1 20 64 True True
#> sha224 0 d14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f
#> sha224 3 23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7
#> sha224 55 2791c7d25712eb5be75c30b2d45f6fce96e5a50ee64cf373056704a3
#> sha224 56 82199913c2712c46707ad08c8bfa2a69f68e9092dc5cdfaaaf07d77f
#> sha224 64 08c3050e95fe11eacb9dc7824bf6a92bcf2d59c21701321fba0e62c5
#> sha224 111 575a05c7c058a33dabfdec4bb866dbb58e9e8802efeef2b5197883fc
#> sha224 112 1c9056fbf54b6ebfdb469a072b33298b5db4a4625b032be68be88b1b
#> sha224 300 a30bc6676e31cab2bd83743292c32f72d5668df02c6118eb6459e2f2
#> sha224 28 64 True True
#> sha256 0 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
#> sha256 3 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
#> sha256 55 d5e285683cd4efc02d021a5c62014694958901005d6f71e89e0989fac77e4072
#> sha256 56 04c26261370ee7541549d16dee320c723e3fd14671e66a099afe0a377c16888e
#> sha256 64 7ce100971f64e7001e8fe5a51973ecdfe1ced42befe7ee8d5fd6219506b5393c
#> sha256 111 5ba60613dba318e9ed9020301e5dc59c721c19d82862e4d03718708aa75d2bad
#> sha256 112 87bf6e70ecc829aa717756ac6797b82de8b30fca1281ea1659df31949839fc6b
#> sha256 300 0d4e2ca9e9cbced7a7a5380eb29e1a3783b9b6d0db72de36a1051038e1c1fbc7
#> sha256 32 64 True True
#> sha384 0 38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b
#> sha384 3 cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7
#> sha384 55 a66523395070ed9a9f4be8faab9d76cb2bf631e835177ac1e5a14308f9a56b939964f8597819be798318f3db67a0d995
#> sha384 56 ab8d350a9c9d2b1bf44d3289a3ea0d28aa2917ae128397cfa389d918e32f57d30ad82f6297ef7e6647c4c12dc30efb64
#> sha384 64 06122472d006e27564bf1287c9623bbd83f33f8358a24668ab81527f114566393f79645fd25bb5713ae8aed491031cbe
#> sha384 111 dfec6588f894c2b089119e1884a23941e5aa69ed38702839cf7352ac6d155d315693bb5d26b7468d8b69ecf4631ef419
#> sha384 112 d8489693bc428374931aedf508740398d9d4a92887116fecb2fcdd91c68b9db329fc4a474e05e78c3eb34e649a6b5c77
#> sha384 300 0888f39a6bc4eb88268e8e501252a2142ca5df528c8eced45f25138192f5281dfe2c0b829c4e7314c609318fd611bead
#> sha384 48 128 True True
#> sha512 0 cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e
#> sha512 3 ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f
#> sha512 55 db9981645857e59805132f7699e78bbcf39f69380a41aac8e6fa158a0593f2017ffe48764687aa855dae3023fcceefd51a1551d57730423df18503e80ba381ba
#> sha512 56 a9436ec7761f9f0d5fa48e652d72b54622f763b36106e6551900b32f6cd7f4d88dbeaadeb866d7f5311663eda3bbcda04ffb5a8e6779e14b84e95da5327c083e
#> sha512 64 791c91ff44685987a5c01d2811eede6f3a28d65e43709953c295931afc4941251e3a5dccbacabaf01dd729589b1c4d47da93f6991c414f21188fb8449a2d1064
#> sha512 111 9a2a120825c2319867758ec277924f6faa254968bf752046dacdd948d8ad299b10359fd04bfd7d3810b5fa1b16a294236138baff981cbb85248478053ac4d3dd
#> sha512 112 a3722b515ef40c910f2419f6e0da8ca51d410114ce6272faae64045f9e9f630e7fa8dd5a3243c9860b899d148c3da4bc0f9e07454542604d030bb55531fe0d5b
#> sha512 300 0dc240ae43b18eeacef4d7d8d64b945ade43c989b724d7c7062a8029f3343caa322b9fbf42d9ff0cda98f3d7ac5a560ca219b2e73cc041f37052dfa4e84ae624
#> sha512 64 128 True True
---
import hashlib
def show(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
show(lambda: hashlib.md5("a"))
show(lambda: hashlib.md5(None))
show(lambda: hashlib.md5(5))
show(lambda: hashlib.new("x"))
show(lambda: hashlib.new("SHA256", b"a").hexdigest())
show(lambda: hashlib.sha256(b"a", usedforsecurity=False).name)
show(lambda: hashlib.sha256(string=b"a").hexdigest())
show(lambda: hashlib.md5().update("a"))
show(lambda: type(hashlib.md5()).__name__)
show(lambda: hashlib.sha256("é".encode()).hexdigest()[:8])
show(lambda: "sha256" in hashlib.algorithms_guaranteed)
#> TypeError Strings must be encoded before hashing
#> TypeError object supporting the buffer API required
#> TypeError object supporting the buffer API required
#> ValueError unsupported hash type x
#> ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb
#> sha256
#> ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb
#> TypeError Strings must be encoded before hashing
#> HASH
#> 4a99557e
#> True
---
import hashlib, hmac
def show(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
show(lambda: hmac.new("k", b"m", "sha256"))
show(lambda: hmac.new(b"k", b"m"))
show(lambda: hmac.new(b"k", b"m", "sha256").hexdigest())
show(lambda: hmac.new(b"k" * 200, b"m", "sha512").hexdigest())
show(lambda: hmac.new(b"k", b"m", hashlib.md5).name)
show(lambda: hmac.new(b"k", "m", "md5"))
show(lambda: hmac.new(b"k", digestmod="md5").digest_size)
show(lambda: hmac.compare_digest("a", "a"))
show(lambda: hmac.compare_digest("a", "ab"))
show(lambda: hmac.compare_digest(b"a", b"b"))
show(lambda: hmac.compare_digest("é", "b"))
show(lambda: hmac.digest(b"k", b"m", "sha1").hex())
show(lambda: hmac.new(b"k", b"m", "foo"))
h = hmac.new(b"k", digestmod="sha1")
h.update(b"a")
c = h.copy()
c.update(b"b")
print(h.hexdigest(), c.hexdigest(), h.block_size, c.digest() == hmac.digest(b"k", b"ab", "sha1"))
#> TypeError key: expected bytes or bytearray, but got 'str'
#> TypeError Missing required parameter 'digestmod'.
#> b60090e3052297aeb5a080889ce2fc4bca957e756faeb4df7d31800ca1e771ec
#> 56cacd8ce9dffad0254bdaf20b66d75c1b388b8d1f8dc8f7cd1e80d1c06c99b4d1ea22d0183b4f8ce9cc590783abbb359b3920560943602b9789d395eaa802a4
#> hmac-md5
#> TypeError Strings must be encoded before hashing
#> 16
#> True
#> False
#> False
#> TypeError comparing strings with non-ASCII characters is not supported
#> 772b71c8a2997e768be01d9711e4a4f34a24ef33
#> ValueError unsupported hash type foo
#> 40e7d441cadb17b07f050341aa23a6820ed81c8b 8b1ed7cf3e08549a8e262d59f7d2aa364a8577f7 64 True
