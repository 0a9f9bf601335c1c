//! What is read only when it is asked for.

use std::sync::OnceLock;

/// What stands in a place, read if it is not there yet.
///
/// It is read before its place is locked: in a page, what reads it may have to be fetched, and
/// if it does not come, the call ends there. The place is empty then, as before.
pub fn read_once<T>(place: &OnceLock<T>, read: impl FnOnce() -> T) -> &T {
    match place.get() {
        Some(value) => value,
        None => {
            let value = read();
            place.get_or_init(|| value)
        }
    }
}

#[cfg(all(test, panic = "unwind"))]
mod tests {
    use super::*;
    use std::panic::{AssertUnwindSafe, catch_unwind};

    #[test]
    fn what_could_not_be_read_is_read_when_it_is_asked_for_again() {
        let place = OnceLock::new();
        let cut_off = catch_unwind(AssertUnwindSafe(|| *read_once(&place, || panic!("not here"))));
        assert!(cut_off.is_err());
        assert_eq!(read_once(&place, || 1), &1);
        assert_eq!(read_once(&place, || 2), &1);
    }
}
