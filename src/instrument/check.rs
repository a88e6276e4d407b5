//! The linter of an instrument: what must hold for the scores of its answers to mean anything.

use super::{
    AGREEMENT_SCALE, AttributionClass, BUILT_IN_ID, Construct, EASE_SCALE, EXCLUSIVE_OPTION, Facet, Form,
    GLOBAL_FACET, Instrument, Item, Key, PAGE_OF_RANKING, Responsibility, Role, opposite_pairs,
};
use crate::problem::{Fault, LONGEST_ID, MOST_PROBLEMS, Problem, beginning, child, is_id};

/// A longer question is not read to its end.
const LONGEST_TEXT: usize = 200;
/// Labels of a scale.
const LABELS: usize = 5;

/// What a form must count, SCIENCE 1.3: all items, and the agreement items of each key.
struct Count {
    items: usize,
    positive: usize,
    negative: usize,
}

const fn expected_count(form: Form, role: Role) -> Count {
    let (items, positive, negative) = match (form, role) {
        (Form::Full, Role::Manager) => (39, 18, 15),
        (Form::Full, Role::Executive) => (34, 14, 14),
        (Form::Full, Role::Frontline) => (20, 12, 8),
        (Form::Pulse, Role::Manager) => (12, 6, 5),
        (Form::Pulse, Role::Executive) => (10, 5, 4),
        (Form::Pulse, Role::Frontline) => (12, 6, 6),
    };
    Count { items, positive, negative }
}

/// Everything that is wrong with an instrument; nothing for a sound one.
///
/// - Ids are plain and stand once, and every text is there and not too long.
/// - An instrument that is not the one of this crate does not go by its id.
/// - Each scale has five labels and one for "does not apply".
/// - A facet fits its construct: scores are looked up by it.
/// - The order names every item once for each role that has a wording of it: on the full form all but the one
///   that stands for all friction items, which only the pulse asks instead of them.
/// - Items that are compared as opposites have opposite keys.
/// - The ranking has options of each class, and one that excludes all others.
/// - The instrument of this crate has the counts and the balance of keys of SCIENCE 1.3. An organisation's own
///   may have others.
#[must_use]
pub fn check(instrument: &Instrument) -> Vec<Problem> {
    let mut linter = Linter { instrument, problems: Vec::new() };
    linter.texts();
    linter.items();
    linter.order();
    linter.opposites();
    linter.attribution();
    if instrument.id == BUILT_IN_ID && instrument.is_built_in() {
        linter.counts();
    }
    linter.problems
}

struct Linter<'a> {
    instrument: &'a Instrument,
    problems: Vec<Problem>,
}

impl Linter<'_> {
    fn report(&mut self, path: impl Into<String>, fault: Fault) {
        let problem = Problem::new(path, fault);
        // The same fault can show on several forms.
        if self.problems.len() < MOST_PROBLEMS && !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    fn text(&mut self, path: &str, text: &str) {
        if text.trim().is_empty() {
            self.report(path, Fault::Missing);
        } else if beginning(text, LONGEST_TEXT).len() < text.len() {
            self.report(path, Fault::TooLong { limit: LONGEST_TEXT });
        }
    }

    /// An id stands in places of problems, in names of elements and in files.
    fn id(&mut self, path: &str, id: &str) {
        if !is_id(id) {
            self.report(child(path, "id"), Fault::WrongForm);
        }
    }

    fn count(&mut self, path: String, expected: usize, found: usize) {
        if expected != found {
            self.report(path, Fault::WrongCount { expected, found });
        }
    }

    fn texts(&mut self) {
        let instrument = self.instrument;
        self.id("", &instrument.id);
        if instrument.id == BUILT_IN_ID && !instrument.is_built_in() {
            self.report("id", Fault::ReservedId);
        }
        // It is named with every response, in as many characters as that may have.
        if beginning(&instrument.version, LONGEST_ID).len() < instrument.version.len() {
            self.report("version", Fault::TooLong { limit: LONGEST_ID });
        }
        for (path, text) in
            [("version", &instrument.version), ("locale", &instrument.locale), ("title", &instrument.title)]
        {
            self.text(path, text);
        }
        for scale in [AGREEMENT_SCALE, EASE_SCALE] {
            let path = child("scales", scale);
            let labels = instrument.scales.get(scale).map_or(&[][..], Vec::as_slice);
            self.count(path.clone(), LABELS, labels.len());
            for (position, label) in labels.iter().enumerate() {
                self.text(&child(&path, &position.to_string()), label);
            }
            let not_applicable = instrument.not_applicable.get(scale).map_or("", String::as_str);
            self.text(&child("notApplicable", scale), not_applicable);
        }
        let asked = |construct: &Construct| instrument.items.iter().any(|item| item.construct == *construct);
        for construct in Construct::ALL.into_iter().filter(asked) {
            let path = child("constructs", construct.id());
            match instrument.constructs.get(&construct) {
                None => self.report(path, Fault::Missing),
                Some(words) => {
                    self.text(&child(&path, "name"), &words.name);
                    self.text(&child(&path, "definition"), &words.definition);
                }
            }
        }
    }

    fn items(&mut self) {
        let mut seen = vec![PAGE_OF_RANKING];
        for item in &self.instrument.items {
            let path = child("items", &item.id);
            self.id(&path, &item.id);
            if !is_new(&mut seen, &item.id) {
                self.report(&path, Fault::RepeatedItem);
            }
            if ![AGREEMENT_SCALE, EASE_SCALE].contains(&item.scale.as_str()) {
                let allowed = vec![AGREEMENT_SCALE, EASE_SCALE];
                self.report(child(&path, "scale"), Fault::UnknownValue { allowed });
            }
            let allowed = facets_of(item.construct);
            let fits = match &item.facet {
                None => allowed.is_empty(),
                Some(facet) => allowed.contains(&facet.as_str()),
            };
            if !fits {
                self.report(child(&path, "facet"), Fault::UnknownValue { allowed });
            }
            if item.text.is_empty() {
                self.report(&path, Fault::NeverShown);
            }
            for (role, text) in &item.text {
                self.text(&child(&child(&path, "text"), role.id()), text);
            }
        }
    }

    fn order(&mut self) {
        let mut shown = Vec::new();
        for (form, role) in forms_and_roles() {
            let path = order_path(form, role);
            let pages = self.instrument.pages(form, role);
            let ranking_first = pages.first().is_some_and(|page| *page == [PAGE_OF_RANKING]);
            if !ranking_first {
                self.report(child(&path, PAGE_OF_RANKING), Fault::Missing);
            }
            let mut seen = Vec::new();
            if ranking_first {
                seen.push(PAGE_OF_RANKING);
            }
            for (page_number, page) in pages.iter().enumerate().skip(usize::from(ranking_first)) {
                let path = child(&path, &page_number.to_string());
                for (position, id) in page.iter().enumerate() {
                    let place = child(&path, &position.to_string());
                    if is_new(&mut seen, id) {
                        shown.push((form, role, id.as_str()));
                        match self.instrument.item(id) {
                            Some(item) => self.placed(form, role, item, place),
                            // By its id, so that it can be found.
                            None => self.report(child(&path, id), Fault::UnknownItem),
                        }
                    } else {
                        self.report(place, Fault::RepeatedItem);
                    }
                }
            }
        }
        for item in &self.instrument.items {
            let form = if stands_for_all(item) { Form::Pulse } else { Form::Full };
            for role in item.text.keys().filter(|role| !shown.contains(&(form, **role, &item.id))) {
                let path = child(&child(&child("items", &item.id), "text"), role.id());
                self.report(path, Fault::NeverShown);
            }
        }
    }

    /// An item in its place on a form.
    fn placed(&mut self, form: Form, role: Role, item: &Item, place: String) {
        if !item.text.contains_key(&role) {
            self.report(child(&child(&child("items", &item.id), "text"), role.id()), Fault::Missing);
        }
        let wrong_form = match form {
            Form::Full => stands_for_all(item),
            Form::Pulse => item.construct == Construct::Friction && !stands_for_all(item),
        };
        if wrong_form {
            self.report(place, Fault::ItemOfAnotherForm);
        }
    }

    fn opposites(&mut self) {
        for role in Role::ALL {
            for (positive, negative) in opposite_pairs(role) {
                let asked = |id: &str| self.instrument.item(id).filter(|item| item.text.contains_key(&role));
                match (asked(positive), asked(negative)) {
                    (Some(first), Some(second)) => {
                        if first.key != Key::Positive || second.key != Key::Negative {
                            let other = (*negative).to_owned();
                            self.report(child("items", positive), Fault::NotOpposite { other });
                        }
                    }
                    // An organisation may ask less; the index then rests on the pairs that are left.
                    _ if self.instrument.id != BUILT_IN_ID => {}
                    (first, _) => {
                        let missing = if first.is_none() { positive } else { negative };
                        self.report(child("items", missing), Fault::Missing);
                    }
                }
            }
        }
    }

    fn attribution(&mut self) {
        let attribution = &self.instrument.attribution;
        self.text("attribution.question", &attribution.question);
        let mut seen = Vec::new();
        for option in &attribution.options {
            let path = child("attribution.options", &option.id);
            self.id(&path, &option.id);
            if !is_new(&mut seen, &option.id) {
                self.report(&path, Fault::RepeatedOption);
            }
            self.text(&path, &option.text);
        }
        for (class, id) in
            [(AttributionClass::Cultural, "cultural"), (AttributionClass::Structural, "structural")]
        {
            if !attribution.options.iter().any(|option| option.class == class) {
                self.report(child("attribution.options", id), Fault::Missing);
            }
        }
        let exclusive = self.instrument.option(EXCLUSIVE_OPTION);
        if exclusive.is_none_or(|option| option.class != AttributionClass::Other) {
            self.report(child("attribution.options", EXCLUSIVE_OPTION), Fault::Missing);
        }
    }

    fn counts(&mut self) {
        for (form, role) in forms_and_roles() {
            let expected = expected_count(form, role);
            let shown = self.instrument.items_shown(form, role);
            let keyed = |key: Key| {
                shown.iter().filter(|item| item.scale == AGREEMENT_SCALE && item.key == key).count()
            };
            let (positive, negative) = (keyed(Key::Positive), keyed(Key::Negative));
            let path = order_path(form, role);
            self.count(child(&path, "+"), expected.positive, positive);
            self.count(child(&path, "-"), expected.negative, negative);
            self.count(path, expected.items, shown.len());
        }
    }
}

/// Notes an id; whether it was not there yet. A list, since a set costs kilobytes and there are some fifty ids.
fn is_new<'a>(seen: &mut Vec<&'a str>, id: &'a str) -> bool {
    let new = !seen.contains(&id);
    if new {
        seen.push(id);
    }
    new
}

fn forms_and_roles() -> Vec<(Form, Role)> {
    let mut all = Vec::new();
    for form in Form::ALL {
        for role in Role::ALL {
            all.push((form, role));
        }
    }
    all
}

fn order_path(form: Form, role: Role) -> String {
    child(&child("order", form.id()), role.id())
}

/// Whether this is the one friction item that stands for all six.
fn stands_for_all(item: &Item) -> bool {
    item.facet.as_deref() == Some(GLOBAL_FACET)
}

/// The facets that an item of this construct may have; none where it may have none.
fn facets_of(construct: Construct) -> Vec<&'static str> {
    match construct {
        Construct::Readiness => Facet::ALL.map(Facet::id).to_vec(),
        Construct::Friction => {
            let mut facets = Responsibility::ALL.map(Responsibility::id).to_vec();
            facets.push(GLOBAL_FACET);
            facets
        }
        _ => Vec::new(),
    }
}
