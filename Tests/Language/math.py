import math
def attempt(f, *a, **k):
    try:
        print(f.__name__, a, repr(f(*a, **k)))
    except Exception as e:
        print(f.__name__, a, type(e).__name__ + ": " + str(e))
for f in [math.acos, math.asin, math.atan, math.cos, math.sin, math.tan, math.exp, math.expm1, math.log, math.log2, math.log10, math.log1p, math.sqrt, math.floor, math.ceil, math.fabs, math.isnan, math.isinf, math.isfinite, math.degrees, math.radians, math.cbrt, math.ulp, math.frexp, math.modf, math.cosh, math.atanh]:
    for x in [0, 1, -1, 0.5, -2.5, 1e300, float("inf"), float("-inf"), float("nan"), "x", True]:
        attempt(f, x)
attempt(math.pow, 2, 0.5)
attempt(math.pow, 0, -1)
attempt(math.pow, -8, 1 / 3)
attempt(math.pow, 1e200, 2)
attempt(math.log, 8, 2)
attempt(math.log, 8, 1)
attempt(math.log, 2**2000)
attempt(math.log2, 2**2000)
attempt(math.log10, 10**400)
attempt(math.gcd, 12, 18, 27)
attempt(math.gcd)
attempt(math.gcd, 1.5)
attempt(math.lcm, 4, 6)
attempt(math.factorial, 25)
attempt(math.factorial, -1)
attempt(math.comb, 50, 7)
attempt(math.comb, 3, 5)
attempt(math.comb, -1, 5)
attempt(math.perm, 5, 2)
attempt(math.perm, 5)
attempt(math.isqrt, 10**40)
attempt(math.isqrt, 99)
attempt(math.isqrt, -1)
attempt(math.isqrt, 0)
attempt(math.prod, [1, 2, 3.5])
attempt(math.fsum, [0.1] * 10)
attempt(math.fsum, [1e100, 1.0, -1e100])
attempt(math.hypot, 3, 4)
attempt(math.hypot, 1, 2, 2)
attempt(math.dist, (0, 0), (3, 4))
attempt(math.dist, (0,), (3, 4))
attempt(math.isclose, 1, 1 + 1e-10)
attempt(math.copysign, 1, -0.0)
attempt(math.fmod, 5, -3)
attempt(math.fmod, 5, 0)
attempt(math.remainder, 5, 3)
attempt(math.ldexp, 1.5, 4)
attempt(math.ldexp, 1.5, 5000)
attempt(math.floor, 1e25)
attempt(math.nextafter, 1, 2)
attempt(math.atan2, 1, -1)
print(math.pi, math.e, math.tau, math.inf, math.nan)
#> acos (0,) 1.5707963267948966
#> acos (1,) 0.0
#> acos (-1,) 3.141592653589793
#> acos (0.5,) 1.0471975511965979
#> acos (-2.5,) ValueError: math domain error
#> acos (1e+300,) ValueError: math domain error
#> acos (inf,) ValueError: math domain error
#> acos (-inf,) ValueError: math domain error
#> acos (nan,) nan
#> acos ('x',) TypeError: must be real number, not str
#> acos (True,) 0.0
#> asin (0,) 0.0
#> asin (1,) 1.5707963267948966
#> asin (-1,) -1.5707963267948966
#> asin (0.5,) 0.5235987755982989
#> asin (-2.5,) ValueError: math domain error
#> asin (1e+300,) ValueError: math domain error
#> asin (inf,) ValueError: math domain error
#> asin (-inf,) ValueError: math domain error
#> asin (nan,) nan
#> asin ('x',) TypeError: must be real number, not str
#> asin (True,) 1.5707963267948966
#> atan (0,) 0.0
#> atan (1,) 0.7853981633974483
#> atan (-1,) -0.7853981633974483
#> atan (0.5,) 0.4636476090008061
#> atan (-2.5,) -1.1902899496825317
#> atan (1e+300,) 1.5707963267948966
#> atan (inf,) 1.5707963267948966
#> atan (-inf,) -1.5707963267948966
#> atan (nan,) nan
#> atan ('x',) TypeError: must be real number, not str
#> atan (True,) 0.7853981633974483
#> cos (0,) 1.0
#> cos (1,) 0.5403023058681398
#> cos (-1,) 0.5403023058681398
#> cos (0.5,) 0.8775825618903728
#> cos (-2.5,) -0.8011436155469337
#> cos (1e+300,) -0.5753861119575491
#> cos (inf,) ValueError: math domain error
#> cos (-inf,) ValueError: math domain error
#> cos (nan,) nan
#> cos ('x',) TypeError: must be real number, not str
#> cos (True,) 0.5403023058681398
#> sin (0,) 0.0
#> sin (1,) 0.8414709848078965
#> sin (-1,) -0.8414709848078965
#> sin (0.5,) 0.479425538604203
#> sin (-2.5,) -0.5984721441039565
#> sin (1e+300,) -0.8178819121159085
#> sin (inf,) ValueError: math domain error
#> sin (-inf,) ValueError: math domain error
#> sin (nan,) nan
#> sin ('x',) TypeError: must be real number, not str
#> sin (True,) 0.8414709848078965
#> tan (0,) 0.0
#> tan (1,) 1.5574077246549023
#> tan (-1,) -1.5574077246549023
#> tan (0.5,) 0.5463024898437905
#> tan (-2.5,) 0.7470222972386603
#> tan (1e+300,) 1.4214488238747245
#> tan (inf,) ValueError: math domain error
#> tan (-inf,) ValueError: math domain error
#> tan (nan,) nan
#> tan ('x',) TypeError: must be real number, not str
#> tan (True,) 1.5574077246549023
#> exp (0,) 1.0
#> exp (1,) 2.718281828459045
#> exp (-1,) 0.36787944117144233
#> exp (0.5,) 1.6487212707001282
#> exp (-2.5,) 0.0820849986238988
#> exp (1e+300,) OverflowError: math range error
#> exp (inf,) inf
#> exp (-inf,) 0.0
#> exp (nan,) nan
#> exp ('x',) TypeError: must be real number, not str
#> exp (True,) 2.718281828459045
#> expm1 (0,) 0.0
#> expm1 (1,) 1.718281828459045
#> expm1 (-1,) -0.6321205588285577
#> expm1 (0.5,) 0.6487212707001282
#> expm1 (-2.5,) -0.9179150013761013
#> expm1 (1e+300,) OverflowError: math range error
#> expm1 (inf,) inf
#> expm1 (-inf,) -1.0
#> expm1 (nan,) nan
#> expm1 ('x',) TypeError: must be real number, not str
#> expm1 (True,) 1.718281828459045
#> log (0,) ValueError: math domain error
#> log (1,) 0.0
#> log (-1,) ValueError: math domain error
#> log (0.5,) -0.6931471805599453
#> log (-2.5,) ValueError: math domain error
#> log (1e+300,) 690.7755278982137
#> log (inf,) inf
#> log (-inf,) ValueError: math domain error
#> log (nan,) nan
#> log ('x',) TypeError: must be real number, not str
#> log (True,) 0.0
#> log2 (0,) ValueError: math domain error
#> log2 (1,) 0.0
#> log2 (-1,) ValueError: math domain error
#> log2 (0.5,) -1.0
#> log2 (-2.5,) ValueError: math domain error
#> log2 (1e+300,) 996.5784284662087
#> log2 (inf,) inf
#> log2 (-inf,) ValueError: math domain error
#> log2 (nan,) nan
#> log2 ('x',) TypeError: must be real number, not str
#> log2 (True,) 0.0
#> log10 (0,) ValueError: math domain error
#> log10 (1,) 0.0
#> log10 (-1,) ValueError: math domain error
#> log10 (0.5,) -0.3010299956639812
#> log10 (-2.5,) ValueError: math domain error
#> log10 (1e+300,) 300.0
#> log10 (inf,) inf
#> log10 (-inf,) ValueError: math domain error
#> log10 (nan,) nan
#> log10 ('x',) TypeError: must be real number, not str
#> log10 (True,) 0.0
#> log1p (0,) 0.0
#> log1p (1,) 0.6931471805599453
#> log1p (-1,) ValueError: math domain error
#> log1p (0.5,) 0.4054651081081644
#> log1p (-2.5,) ValueError: math domain error
#> log1p (1e+300,) 690.7755278982137
#> log1p (inf,) inf
#> log1p (-inf,) ValueError: math domain error
#> log1p (nan,) nan
#> log1p ('x',) TypeError: must be real number, not str
#> log1p (True,) 0.6931471805599453
#> sqrt (0,) 0.0
#> sqrt (1,) 1.0
#> sqrt (-1,) ValueError: math domain error
#> sqrt (0.5,) 0.7071067811865476
#> sqrt (-2.5,) ValueError: math domain error
#> sqrt (1e+300,) 1e+150
#> sqrt (inf,) inf
#> sqrt (-inf,) ValueError: math domain error
#> sqrt (nan,) nan
#> sqrt ('x',) TypeError: must be real number, not str
#> sqrt (True,) 1.0
#> floor (0,) 0
#> floor (1,) 1
#> floor (-1,) -1
#> floor (0.5,) 0
#> floor (-2.5,) -3
#> floor (1e+300,) 1000000000000000052504760255204420248704468581108159154915854115511802457988908195786371375080447864043704443832883878176942523235360430575644792184786706982848387200926575803737830233794788090059368953234970799945081119038967640880074652742780142494579258788820056842838115669472196386865459400540160
#> floor (inf,) OverflowError: cannot convert float infinity to integer
#> floor (-inf,) OverflowError: cannot convert float infinity to integer
#> floor (nan,) ValueError: cannot convert float NaN to integer
#> floor ('x',) TypeError: must be real number, not str
#> floor (True,) 1
#> ceil (0,) 0
#> ceil (1,) 1
#> ceil (-1,) -1
#> ceil (0.5,) 1
#> ceil (-2.5,) -2
#> ceil (1e+300,) 1000000000000000052504760255204420248704468581108159154915854115511802457988908195786371375080447864043704443832883878176942523235360430575644792184786706982848387200926575803737830233794788090059368953234970799945081119038967640880074652742780142494579258788820056842838115669472196386865459400540160
#> ceil (inf,) OverflowError: cannot convert float infinity to integer
#> ceil (-inf,) OverflowError: cannot convert float infinity to integer
#> ceil (nan,) ValueError: cannot convert float NaN to integer
#> ceil ('x',) TypeError: must be real number, not str
#> ceil (True,) 1
#> fabs (0,) 0.0
#> fabs (1,) 1.0
#> fabs (-1,) 1.0
#> fabs (0.5,) 0.5
#> fabs (-2.5,) 2.5
#> fabs (1e+300,) 1e+300
#> fabs (inf,) inf
#> fabs (-inf,) inf
#> fabs (nan,) nan
#> fabs ('x',) TypeError: must be real number, not str
#> fabs (True,) 1.0
#> isnan (0,) False
#> isnan (1,) False
#> isnan (-1,) False
#> isnan (0.5,) False
#> isnan (-2.5,) False
#> isnan (1e+300,) False
#> isnan (inf,) False
#> isnan (-inf,) False
#> isnan (nan,) True
#> isnan ('x',) TypeError: must be real number, not str
#> isnan (True,) False
#> isinf (0,) False
#> isinf (1,) False
#> isinf (-1,) False
#> isinf (0.5,) False
#> isinf (-2.5,) False
#> isinf (1e+300,) False
#> isinf (inf,) True
#> isinf (-inf,) True
#> isinf (nan,) False
#> isinf ('x',) TypeError: must be real number, not str
#> isinf (True,) False
#> isfinite (0,) True
#> isfinite (1,) True
#> isfinite (-1,) True
#> isfinite (0.5,) True
#> isfinite (-2.5,) True
#> isfinite (1e+300,) True
#> isfinite (inf,) False
#> isfinite (-inf,) False
#> isfinite (nan,) False
#> isfinite ('x',) TypeError: must be real number, not str
#> isfinite (True,) True
#> degrees (0,) 0.0
#> degrees (1,) 57.29577951308232
#> degrees (-1,) -57.29577951308232
#> degrees (0.5,) 28.64788975654116
#> degrees (-2.5,) -143.2394487827058
#> degrees (1e+300,) 5.729577951308233e+301
#> degrees (inf,) inf
#> degrees (-inf,) -inf
#> degrees (nan,) nan
#> degrees ('x',) TypeError: must be real number, not str
#> degrees (True,) 57.29577951308232
#> radians (0,) 0.0
#> radians (1,) 0.017453292519943295
#> radians (-1,) -0.017453292519943295
#> radians (0.5,) 0.008726646259971648
#> radians (-2.5,) -0.04363323129985824
#> radians (1e+300,) 1.7453292519943297e+298
#> radians (inf,) inf
#> radians (-inf,) -inf
#> radians (nan,) nan
#> radians ('x',) TypeError: must be real number, not str
#> radians (True,) 0.017453292519943295
#> cbrt (0,) 0.0
#> cbrt (1,) 1.0
#> cbrt (-1,) -1.0
#> cbrt (0.5,) 0.7937005259840998
#> cbrt (-2.5,) -1.3572088082974532
#> cbrt (1e+300,) 1e+100
#> cbrt (inf,) inf
#> cbrt (-inf,) -inf
#> cbrt (nan,) nan
#> cbrt ('x',) TypeError: must be real number, not str
#> cbrt (True,) 1.0
#> ulp (0,) 5e-324
#> ulp (1,) 2.220446049250313e-16
#> ulp (-1,) 2.220446049250313e-16
#> ulp (0.5,) 1.1102230246251565e-16
#> ulp (-2.5,) 4.440892098500626e-16
#> ulp (1e+300,) 1.487016908477783e+284
#> ulp (inf,) inf
#> ulp (-inf,) inf
#> ulp (nan,) nan
#> ulp ('x',) TypeError: must be real number, not str
#> ulp (True,) 2.220446049250313e-16
#> frexp (0,) (0.0, 0)
#> frexp (1,) (0.5, 1)
#> frexp (-1,) (-0.5, 1)
#> frexp (0.5,) (0.5, 0)
#> frexp (-2.5,) (-0.625, 2)
#> frexp (1e+300,) (0.7466108948025751, 997)
#> frexp (inf,) (inf, 0)
#> frexp (-inf,) (-inf, 0)
#> frexp (nan,) (nan, 0)
#> frexp ('x',) TypeError: must be real number, not str
#> frexp (True,) (0.5, 1)
#> modf (0,) (0.0, 0.0)
#> modf (1,) (0.0, 1.0)
#> modf (-1,) (-0.0, -1.0)
#> modf (0.5,) (0.5, 0.0)
#> modf (-2.5,) (-0.5, -2.0)
#> modf (1e+300,) (0.0, 1e+300)
#> modf (inf,) (0.0, inf)
#> modf (-inf,) (-0.0, -inf)
#> modf (nan,) (nan, nan)
#> modf ('x',) TypeError: must be real number, not str
#> modf (True,) (0.0, 1.0)
#> cosh (0,) 1.0
#> cosh (1,) 1.5430806348152437
#> cosh (-1,) 1.5430806348152437
#> cosh (0.5,) 1.1276259652063807
#> cosh (-2.5,) 6.132289479663686
#> cosh (1e+300,) OverflowError: math range error
#> cosh (inf,) inf
#> cosh (-inf,) inf
#> cosh (nan,) nan
#> cosh ('x',) TypeError: must be real number, not str
#> cosh (True,) 1.5430806348152437
#> atanh (0,) 0.0
#> atanh (1,) ValueError: math domain error
#> atanh (-1,) ValueError: math domain error
#> atanh (0.5,) 0.5493061443340548
#> atanh (-2.5,) ValueError: math domain error
#> atanh (1e+300,) ValueError: math domain error
#> atanh (inf,) ValueError: math domain error
#> atanh (-inf,) ValueError: math domain error
#> atanh (nan,) nan
#> atanh ('x',) TypeError: must be real number, not str
#> atanh (True,) ValueError: math domain error
#> pow (2, 0.5) 1.4142135623730951
#> pow (0, -1) ValueError: math domain error
#> pow (-8, 0.3333333333333333) ValueError: math domain error
#> pow (1e+200, 2) OverflowError: math range error
#> log (8, 2) 3.0
#> log (8, 1) ZeroDivisionError: float division by zero
#> log (114813069527425452423283320117768198402231770208869520047764273682576626139237031385665948631650626991844596463898746277344711896086305533142593135616665318539129989145312280000688779148240044871428926990063486244781615463646388363947317026040466353970904996558162398808944629605623311649536164221970332681344168908984458505602379484807914058900934776500429002716706625830522008132236281291761267883317206598995396418127021779858404042159853183251540889433902091920554957783589672039160081957216630582755380425583726015528348786419432054508915275783882625175435528800822842770817965453762184851149029376,) 1386.2943611198907
#> log2 (114813069527425452423283320117768198402231770208869520047764273682576626139237031385665948631650626991844596463898746277344711896086305533142593135616665318539129989145312280000688779148240044871428926990063486244781615463646388363947317026040466353970904996558162398808944629605623311649536164221970332681344168908984458505602379484807914058900934776500429002716706625830522008132236281291761267883317206598995396418127021779858404042159853183251540889433902091920554957783589672039160081957216630582755380425583726015528348786419432054508915275783882625175435528800822842770817965453762184851149029376,) 2000.0
#> log10 (10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000,) 400.0
#> gcd (12, 18, 27) 3
#> gcd () 0
#> gcd (1.5,) TypeError: 'float' object cannot be interpreted as an integer
#> lcm (4, 6) 12
#> factorial (25,) 15511210043330985984000000
#> factorial (-1,) ValueError: factorial() not defined for negative values
#> comb (50, 7) 99884400
#> comb (3, 5) 0
#> comb (-1, 5) ValueError: n must be a non-negative integer
#> perm (5, 2) 20
#> perm (5,) 120
#> isqrt (10000000000000000000000000000000000000000,) 100000000000000000000
#> isqrt (99,) 9
#> isqrt (-1,) ValueError: isqrt() argument must be nonnegative
#> isqrt (0,) 0
#> prod ([1, 2, 3.5],) 7.0
#> fsum ([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1],) 1.0
#> fsum ([1e+100, 1.0, -1e+100],) 1.0
#> hypot (3, 4) 5.0
#> hypot (1, 2, 2) 3.0
#> dist ((0, 0), (3, 4)) 5.0
#> dist ((0,), (3, 4)) ValueError: both points must have the same number of dimensions
#> isclose (1, 1.0000000001) True
#> copysign (1, -0.0) -1.0
#> fmod (5, -3) 2.0
#> fmod (5, 0) ValueError: math domain error
#> remainder (5, 3) -1.0
#> ldexp (1.5, 4) 24.0
#> ldexp (1.5, 5000) OverflowError: math range error
#> floor (1e+25,) 10000000000000000905969664
#> nextafter (1, 2) 1.0000000000000002
#> atan2 (1, -1) 2.356194490192345
#> 3.141592653589793 2.718281828459045 6.283185307179586 inf nan
