((a := b))
lambda x=(y := 1): x
[a for a in b if (c := a)]
[a := 1 for b in c]
