//! The geometry of each picture, from figures: positions in percent of the drawing's width, so that a picture
//! fits any column. Colours, labels and SVG are made in `ui`.

mod bars;
mod choices;
mod days;
mod interval;
mod rounding;
mod spread;

pub use bars::{Bar, bars};
pub use choices::{ChoiceLines, choice_lines};
pub use days::{Part, parts};
pub use interval::{IntervalMark, SCALE_MARKS, interval_mark};
pub use rounding::{adding_up, hundredths};
pub use spread::columns;
