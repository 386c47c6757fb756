/// What code has changed, since somebody asked, that outlives the event.
///
/// Rules that change nothing that outlives the event may run in any order and on any machine; the first change ends that.
/// So it has to be seen, whatever the construct: all changes of objects go through few functions, and those say so.
struct StateChanges {
    /// Whether an object was changed that modules keep, or state of the library was used that rules share by naming it: what
    /// `caching` keeps, a sequence of random numbers.
    var isOwn = false
    /// Whether something was changed that all spaces see.
    var isShared = false
}
