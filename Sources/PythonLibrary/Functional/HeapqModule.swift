package import PythonRuntime

/// `heapq`, written in the dialect.
package enum HeapqModule {
    package static let module = NativeModule(
        "heapq",
        "Lists of which the smallest element is at hand.",
        body: ModuleBody(program)
    )

    private static let program = #"""
        from itertools import islice

        __all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]


        def _up(heap, start, place, is_max=False):
            item = heap[place]
            while place > start:
                parent = (place - 1) >> 1
                if not (heap[parent] < item if is_max else item < heap[parent]):
                    break
                heap[place] = heap[parent]
                place = parent
            heap[place] = item


        def _down(heap, place, is_max=False):
            # The smaller children move up to a leaf; then the item rises from there, which compares less.
            end, start, item = len(heap), place, heap[place]
            child = 2 * place + 1
            while child < end:
                other = child + 1
                if other < end and not (heap[other] < heap[child] if is_max else heap[child] < heap[other]):
                    child = other
                heap[place] = heap[child]
                place = child
                child = 2 * place + 1
            heap[place] = item
            _up(heap, start, place, is_max)


        def heappush(heap, item):
            """Adds an element."""
            heap.append(item)
            _up(heap, 0, len(heap) - 1)


        def heappop(heap):
            """Takes the smallest element."""
            if not heap:
                raise IndexError("index out of range")
            last = heap.pop()
            if not heap:
                return last
            smallest, heap[0] = heap[0], last
            _down(heap, 0)
            return smallest


        def heapreplace(heap, item):
            """Takes the smallest element, then adds one."""
            smallest, heap[0] = heap[0], item
            _down(heap, 0)
            return smallest


        def heappushpop(heap, item):
            """Adds an element, then takes the smallest."""
            if heap and heap[0] < item:
                item, heap[0] = heap[0], item
                _down(heap, 0)
            return item


        def heapify(x):
            """Makes a heap of a list, in place."""
            for place in reversed(range(len(x) // 2)):
                _down(x, place)


        def merge(*iterables, key=None, reverse=False):
            """The elements of sorted iterables, in order."""
            iterators = [iter(iterable) for iterable in iterables]
            heads = []
            for order, iterator in enumerate(iterators):
                for value in iterator:
                    heads.append((value if key is None else key(value), order, value))
                    break
            while heads:
                best = heads[0]
                for head in heads[1:]:
                    if (best[0] < head[0]) if reverse else (head[0] < best[0]):
                        best = head
                place = heads.index(best)
                yield best[2]
                for value in iterators[best[1]]:
                    heads[place] = (value if key is None else key(value), best[1], value)
                    break
                else:
                    del heads[place]


        def _best(n, iterable, key, is_largest):
            # Those kept so far are a heap with the worst of them on top, which most of the rest lose against.
            if n == 1:
                nothing = object()
                found = (max if is_largest else min)(iterable, default=nothing, key=key)
                return [] if found is nothing else [found]
            try:
                count = len(iterable)
            except (TypeError, AttributeError):
                count = None
            if count is not None and n >= count:
                return sorted(iterable, key=key, reverse=is_largest)[:n]
            rest = iter(iterable)
            step = -1 if is_largest else 1
            kept = []
            for place, value in zip(range(n), rest):
                kept.append((value if key is None else key(value), step * place, value))
            if not kept:
                return kept
            for place in reversed(range(len(kept) // 2)):
                _down(kept, place, not is_largest)
            worst, order = kept[0][0], step * n
            for value in rest:
                rank = value if key is None else key(value)
                if worst < rank if is_largest else rank < worst:
                    kept[0] = (rank, order, value)
                    _down(kept, 0, not is_largest)
                    worst = kept[0][0]
                    order += step
            kept.sort(reverse=is_largest)
            return [value for rank, order, value in kept]


        def nsmallest(n, iterable, key=None):
            """The n smallest elements, in order."""
            return _best(n, iterable, key, False)


        def nlargest(n, iterable, key=None):
            """The n largest elements, the largest first."""
            return _best(n, iterable, key, True)
        """#
}
