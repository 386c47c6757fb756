del __debug__
(__debug__ := 1)
def __debug__(): pass
if a:
        b
	c
if a:
	b
        c
