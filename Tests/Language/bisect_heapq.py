import bisect
import heapq
a = [1, 2, 2, 3, 5]
print(bisect.bisect(a, 2), bisect.bisect_left(a, 2), bisect.bisect_right(a, 9), bisect.bisect_left(a, 4, 1, 3), bisect.bisect([(1, "a"), (2, "b")], 1, key=lambda x: x[0]))
bisect.insort(a, 4)
bisect.insort_left(a, 2)
print(a)
heap = [5, 3, 8, 1, 9, 2]
heapq.heapify(heap)
print(heap[0], heapq.heappop(heap), heapq.heappushpop(heap, 0), heapq.heapreplace(heap, 7), sorted(heap))
heapq.heappush(heap, 4)
print([heapq.heappop(heap) for _ in range(len(heap))], heapq.nlargest(2, [3, 1, 2]), heapq.nsmallest(2, ["ccc", "a", "bb"], key=len), list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge([4, 1], [3, 2], reverse=True)))
try:
    heapq.heappop([])
except IndexError as e:
    print(e)
try:
    bisect.bisect([1], 1, -1)
except ValueError as e:
    print(e)
#> 3 1 5 3 1
#> [1, 2, 2, 2, 3, 4, 5]
#> 1 1 0 2 [3, 5, 7, 8, 9]
#> [3, 4, 5, 7, 8, 9] [3, 2] ['a', 'bb'] [0, 1, 2, 3, 4] [4, 3, 2, 1]
#> index out of range
#> lo must be non-negative
