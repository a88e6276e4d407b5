//! A page for the owner of each control that would be changed, to agree or to object.

use super::{Bench, is_changed, kept};
use crate::pace::{Change, MOST_STEPS, Quantity};
use crate::text::joined;
use crate::ui::element::{View, element};
use crate::ui::format::decimal;
use crate::ui::parts::list;
use crate::ui::path::{example, whole};

pub(super) fn owners(bench: &mut Bench) -> View {
    let words = bench.sitting.locale.path();
    let [heading, detail] = words.changes.owners;
    let mut pages =
        element("section", "act owners").text("h2", "", heading).text("p", "soft only-screen", detail);
    let mut some = false;
    for position in 0..bench.inventory.path.steps.len() {
        let changed =
            bench.inventory.path.steps.get(position).is_some_and(|step| is_changed(step, bench.inventory));
        if changed {
            some = true;
            pages = pages.with(page(bench, position));
        }
    }
    if some { pages } else { element("section", "") }
}

fn page(bench: &mut Bench, position: usize) -> View {
    let words = bench.sitting.locale.path();
    let owner = &words.changes.owner;
    let Some(step) = bench.inventory.path.steps.get(position) else { return View::default() };
    let change = bench.changes.get(position).copied().unwrap_or_default();
    let proposed =
        [(owner.proposed)((words.changes.change)(change)), (words.changes.meaning)(change).to_owned()];
    let mut lines = vec![joined(&proposed, " ", " ")];
    if let Some(reason) = step.reason {
        lines.push((owner.reason)((words.reason)(reason)));
    }
    let count = |quantity| decimal(step.number(quantity), 0);
    lines.push(match step.given(Quantity::TimesRun) {
        Some(_) if step.is_known_to_catch() => {
            (owner.record)(&count(Quantity::TimesRun), &count(Quantity::TimesCaught))
        }
        _ => owner.no_record.to_owned(),
    });
    let mut alone = [Change::Keep; MOST_STEPS];
    if let Some(place) = alone.get_mut(position) {
        *place = change;
    }
    if let Some(trial) = bench.model.trial(&alone) {
        lines.push((owner.alone)(&whole(trial.lead_time), &whole(bench.model.lead_time)));
        lines.push((owner.kept)(&kept(trial.protection_cautious), &kept(trial.protection)));
    }
    let mut boxes = element("div", "signs");
    for line in owner.lines {
        boxes = boxes.text("p", "sign", line);
    }
    element("article", "owner")
        .keyed(&step.id)
        .text("h3", "", bench.name(position))
        .with(list("ul", lines))
        .with(boxes)
        .text("p", "lead", example(bench.sitting, bench.inventory))
        .text("p", "small", words.changes.caution)
}
