//! Acting after a change.

use std::any::Any;

use yew::prelude::*;

/// Acts once a value is on the screen that is another than before, and at the beginning.
///
/// yew's own hook is made anew for each type of value and each action, and the whole of it each time; of this one only
/// what compares and what acts.
pub(super) fn use_change<T: Clone + PartialEq + 'static>(
    value: T,
    act: impl FnOnce(&T) + 'static,
) -> impl Hook<Output = ()> {
    let seen = value.clone();
    use_any_change(Watched(Box::new(value)), Box::new(move || act(&seen)))
}

#[hook]
fn use_any_change(watched: Watched, act: Box<dyn FnOnce()>) {
    use_effect_with(watched, move |_| act());
}

/// A value of any type that can be compared.
struct Watched(Box<dyn Comparable>);

impl PartialEq for Watched {
    fn eq(&self, other: &Self) -> bool {
        self.0.is(&*other.0)
    }
}

trait Comparable: Any {
    fn is(&self, other: &dyn Any) -> bool;
}

impl<T: PartialEq + 'static> Comparable for T {
    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}
