//! What a result cannot tell, what a form covers, and remarks on the way of answering.

use crate::instrument::{Form, Role};
use crate::scoring::QualityFlag;

use super::by;

pub(super) fn limits(role: Role, form: Form) -> Vec<&'static str> {
    let mut all = vec![
        match form {
            Form::Full => {
                "One person’s score for a single part rests on a few questions and is rough; the band shows how \
                 rough. An overall score is steadier and can be used."
            }
            Form::Pulse => {
                "One person’s score for a single part rests on one or two questions here and is very rough; the \
                 band shows how rough. An overall score is steadier."
            }
        },
        "The questions are exploratory. No study has yet tested whether they measure what they should or predict \
         anything.",
        "There is no comparison with other organisations in it. The midpoint 50 is the middle of the scale, not a \
         usual value.",
        "It says what your answers are consistent with, not what brought it about. All of it was asked once, at one \
         time.",
    ];
    match role {
        Role::Manager | Role::Executive => all.extend_from_slice(&[
            "Structure and readiness are scored from different questions. The two scores compare how far you agree \
             with each set, not how much each slows the rollout.",
            "That structure holds rollouts back is an idea put to the test here. Your answers may speak against it.",
            "The moves that touch a check need the consent of its owner. Nothing here is legal advice.",
        ]),
        Role::Frontline => all.push(
            "A few questions are about how your manager treats the rollout. They describe conditions, not the \
             person, and say nothing about how good a manager is.",
        ),
    }
    all.push(by(
        role,
        "It is not a judgment of you or anyone else. It must not be used for reviews, pay, promotion or dismissal.",
        "It is not a judgment of any manager. It must not be used for reviews, pay, promotion or dismissal.",
        "It is not a judgment of you or anyone else. It must not be used for reviews, pay, promotion or dismissal.",
    ));
    all.push(
        "Hasty answers are found only in part. Long runs of one answer are noticed; clicking at random mostly is not.",
    );
    all
}

pub(super) const fn scope(role: Role, form: Form) -> Option<&'static str> {
    match (role, form) {
        (Role::Manager, Form::Full) => None,
        (Role::Manager, Form::Pulse) => Some(
            "You took the short form. Most parts rest on a single question, and two of the four parts of readiness \
             are left out. Do not put this result on one line with results of the long form.",
        ),
        (Role::Executive, Form::Full) => Some(
            "You were asked how you see your managers’ situation. Checks, odd cases and know-how are left to those \
             closer to the work, so decision rights and operating burden rest on fewer questions. Compare with \
             managers part by part, never overall score with overall score.",
        ),
        (Role::Executive, Form::Pulse) => Some(
            "You took the short form, on how you see your managers’ situation. Most parts rest on a single \
             question, and checks, odd cases and know-how are left to those closer to the work. Compare with \
             managers part by part, and only with other short forms.",
        ),
        (Role::Frontline, Form::Full) => Some(
            "You were asked what you can see: the work, the tool, and whether the rollout has a place in the day. \
             How managers are judged, who answers and who decides is asked of managers and executives. So your \
             result has no overall score for structure.",
        ),
        (Role::Frontline, Form::Pulse) => Some(
            "You took the short form, on what you can see: the work, the tool and your own readiness. Most parts \
             rest on one or two questions. How managers are judged and who decides is asked of others, so there is \
             no overall score for structure.",
        ),
    }
}

pub(super) const fn quality(flag: QualityFlag) -> &'static str {
    match flag {
        QualityFlag::Longstring => {
            "Many answers in a row are the same. If that is how you see it, leave them; if not, a second look may \
             help."
        }
        QualityFlag::LowVariability => {
            "Your answers hardly differ from each other. If that is how you see it, leave them; if not, a second \
             look may help."
        }
        QualityFlag::Contradiction => {
            "Some statements that say opposite things got similar answers. That happens easily when a sentence is \
             read fast, so you may want to look again."
        }
        QualityFlag::TooFast => {
            "Many pages took less than two seconds a question. If you know the questions well, that is fine; if \
             not, take your time and look again."
        }
    }
}
