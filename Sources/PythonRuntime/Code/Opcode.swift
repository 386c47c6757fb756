/// An operation of the register machine. Each comment is the whole contract between compiler and interpreter.
///
/// `R[x]` is register `x` of the frame, `K[i]` constant `i` of the module, `G[i]` global slot `i` of the module,
/// `imm` the immediate. Registers 0 ..< parameter count hold the arguments when a frame starts, all others are unbound.
///
/// To add one: a case here, an arm in `Machine+Run.swift`, its emission in `Compiler`, a chunk in `Tests/Language`.
package enum Opcode: UInt8, CaseIterable, Sendable {
    // MARK: Moves

    /// Does nothing; carries `imm` for the instruction before it where that says so.
    case extend
    /// `R[a] = R[b]`.
    case move
    /// `R[a] = K[imm]`.
    case loadConstant
    /// `R[a] = None`.
    case loadNone
    /// `R[a] = True` if `b` is 1, else `False`.
    case loadBool
    /// `R[a] = imm`, an int.
    case loadInt
    /// `R[a] = G[imm]`, else the builtin of that name, else NameError.
    case loadGlobal
    /// `G[imm] = R[a]`.
    case storeGlobal
    /// Unbinds `G[imm]`; NameError if it was not bound.
    case deleteGlobal
    /// UnboundLocalError for the name `K[imm]` if `R[a]` is unbound
    /// (NameError about a free variable if `b` is 1).
    case checkBound
    /// `R[a] =` unbound.
    case unbind
    /// `R[a] =` a new cell that holds `R[a]` (which may be unbound).
    case makeCell
    /// `R[a] =` the content of cell `R[b]`; may be unbound: `checkBound` follows where it could be.
    case loadCell
    /// The content of cell `R[a] = R[b]`.
    case storeCell
    /// `R[a] =` cell number `imm` of the running function's closure.
    case loadClosure
    /// Class bodies: `R[a] =` the value of name `K[imm]` in the namespace dict `R[b]`, or unbound.
    case loadNamespace
    /// Class bodies: deletes name `K[imm]` from the namespace dict `R[b]`; NameError if it is not there.
    case deleteNamespace

    // MARK: Operators. `imm` 1 means in place (`+=` …).

    /// `R[a] = R[b] + R[c]`, and so on.
    case add
    case subtract
    case multiply
    case divide
    case floorDivide
    case modulo
    case power
    case matrixMultiply
    case leftShift
    case rightShift
    case bitAnd
    case bitOr
    case bitXor
    /// `R[a] = -R[b]`, and so on.
    case negative
    case positive
    case invert
    /// `R[a] = not R[b]`.
    case not
    /// `R[a] = R[b] == R[c]`, and so on: the result need not be a bool.
    case equal
    case notEqual
    case less
    case lessEqual
    case greater
    case greaterEqual
    /// `R[a] = R[b] is R[c]`, a bool.
    case identical
    case notIdentical
    /// `R[a] = R[b] in R[c]`, a bool.
    case contains
    case notContains
    /// `R[a] = R[b] == K[imm]`, and its opposite.
    case equalConstant
    case notEqualConstant
    /// `R[a] = R[b] in K[imm]`, a tuple or frozenset; and its opposite.
    case inConstant
    case notInConstant

    // MARK: Jumps. `imm` is the target; a jump backwards is always `jumpBack`, which costs a step.

    case jump
    case jumpBack
    case jumpIfTrue
    case jumpIfFalse
    /// If `R[a]` is None, or is not.
    case jumpIfNone
    case jumpIfNotNone
    /// If `R[a]` is not unbound.
    case jumpIfBound

    // MARK: Attributes and items

    /// `R[a] = R[b].K[imm]`.
    case loadAttribute
    /// `R[a].K[imm] = R[b]`.
    case storeAttribute
    /// `del R[a].K[imm]`.
    case deleteAttribute
    /// `R[a] =` the method `K[imm]` looked up on the type of `R[b]` and bound, as special methods are;
    /// for `with`: TypeError "'X' object does not support the context manager protocol".
    case loadSpecial
    /// `R[a] = R[b][R[c]]`.
    case loadItem
    /// `R[a] = R[b][K[imm]]`.
    case loadItemConstant
    /// `R[a][R[b]] = R[c]`.
    case storeItem
    /// `del R[a][R[b]]`.
    case deleteItem

    // MARK: Building. Operands stand in `c` neighbouring registers from `R[b]`.

    case buildList
    case buildTuple
    case buildSet
    /// `R[a] = {}`.
    case buildDict
    /// `R[a] = slice(R[b], R[b+1], R[b+2])`.
    case buildSlice
    /// `R[a] =` the strings joined; they are strings already.
    case buildString
    /// `R[a] = format(R[b], R[imm])`, `c`: 0 no conversion, 1 `!s`, 2 `!r`, 3 `!a`; `imm` -1: no specification.
    case format
    /// `R[a].append(R[b])` of a list under construction; likewise for sets and dicts (`R[a][R[b]] = R[c]`).
    case listAppend
    case setAdd
    case dictSet
    /// `R[a].extend(R[b])`: "Value after * must be an iterable, not X" where it is not.
    case listExtend
    /// `R[a].update(R[b])` for `{*x}` and `{**x}`.
    case setUpdate
    case dictUpdate
    /// Like `dictUpdate` for the `**` of a call of `R[c]`: keys must be strings and not yet there.
    case dictMergeKeywords
    /// `R[a] = tuple(R[b])`, a list under construction.
    case listToTuple

    // MARK: Iteration

    /// `R[a] = iter(R[b])`.
    case getIterator
    /// `R[a] = next(R[b])`, or a jump to `imm` at the end.
    case forIterator
    /// `R[a] ... R[a+c-1] =` the `c` elements of `R[b]`; ValueError "too many values to unpack (expected c)".
    /// The registers may be variables: they change only if the number is right.
    case unpack
    /// `R[a]...`: `c` elements, then a list of the middle, then `imm` elements, from `R[b]`.
    case unpackStar

    // MARK: Calls

    /// `R[a] = R[a](R[a+1], …)` with `b` arguments. `imm` -1, or the constant with the tuple of names of the last
    /// arguments, which are passed by keyword (they count in `b`).
    case call
    /// `R[a] = R[a].K[imm](R[a+1], …)` with `b` arguments besides the receiver. `c` 1: the next instruction is
    /// `extend` and its `imm` is the constant with keyword names.
    case callMethod
    /// `R[a] = R[a](*R[a+1], **R[a+2])`; `R[a+1]` is a tuple, `R[a+2]` a dict or unbound.
    case callStar
    /// `R[a] = R[b].get(K[imm])`, with `R[c]` as second argument unless `c` is 255.
    /// What it does is what `callMethod` does; events and dicts are faster.
    case getKey
    /// Leaves the frame with `R[a]`.
    case returnValue
    case returnNone
    /// Generator code: hands `R[a]` to whoever asked for the next element. If `c` is not 0, `R[b]` is what was sent when
    /// it goes on, and meanwhile None; if `c` is 2, it delegates to the iterator `R[imm]`, and a `jumpBack` to the
    /// `delegate` follows.
    case yieldValue
    /// First instruction of a function with `yield`: leaves the frame with a generator that goes on behind it.
    case startGenerator
    /// Generator code: `R[a] =` the next element of iterator `R[b]`, to which `R[a]` is sent; at its end `R[a] =` what it
    /// returned, and a jump to `imm`.
    case delegate
    /// `R[a] =` a function of the code numbered `imm` in the module; `R[b]` tuple of defaults or None, `R[b+1]` dict of
    /// keyword-only defaults or None, `R[b+2]` tuple of cells or None.
    case makeFunction
    /// `R[a] =` a generator that runs code `imm` with `R[b]` (an iterator already) as its register 0; `R[b+1]` tuple of cells or None.
    case makeGenerator
    /// `R[a] =` a class: `R[b]` name, `R[b+1]` tuple of bases, `R[b+2]` dict of class keywords or None, `R[b+3]` namespace dict,
    /// `R[b+4]` the cell of `__class__` or None, which receives the class. The namespace has been filled by a `call` of the
    /// class body's code, a function whose only parameter is that dict.
    case makeClass
    /// `R[a] = super(R[b], R[c])`: `R[b]` the cell of `__class__`, `R[c]` the first argument.
    case loadSuper

    // MARK: Exceptions

    /// `raise R[a]`; `b`: register of the exception being handled here, or 255; `c`: register of the cause
    /// (`from`), or 255.
    case raise
    /// Raises `R[a]` again as it was caught.
    case reraise
    /// `raise AssertionError(R[a])`, without arguments if `a` is 255.
    case raiseAssertion
    /// `R[a] =` whether exception `R[b]` is an instance of `R[c]`, a class or tuple of classes.
    case matchException
    /// RuntimeError "No active exception to reraise": a bare `raise` outside any handler.
    case raiseNothing

    // MARK: Imports

    /// `R[a] =` the module named `K[imm]` (dotted): the first part of the name, or the last if `c` is 1.
    case importModule
    /// `R[a] =` name `K[imm]` of module `R[b]`, an attribute or a submodule; ImportError if there is none.
    case importFrom
    /// Binds every public name of module `R[b]` in the globals of this module.
    case importStar

    // MARK: Patterns of `match`

    /// `R[a] =` whether `R[b]` can match a sequence pattern.
    case isSequence
    /// `R[a] =` whether `R[b]` can match a mapping pattern.
    case isMapping
    /// `R[a] = len(R[b])`.
    case length
    /// `R[a] =` the tuple of values of mapping `R[b]` for the tuple of keys `R[c]`, or None if one is missing.
    case matchKeys
    /// `R[a] =` a dict copy of mapping `R[b]` without the keys of tuple `R[c]`.
    case copyWithout
    /// `R[a] =` the tuple of attributes if `R[b]` is an instance of `R[c]`, or None; `imm`: constant with the tuple
    /// `(positional count, keyword name, …)`.
    case matchClass
}
