//! The words of the screens, in English.

use crate::instrument::{Form, Role};
use crate::response::Pilot;
use crate::session::{SetAside, StorageFault, Surroundings};
use crate::text::flow::{
    AboutWords, Choice, FileWords, FlowWords, FrameWords, KeepWords, LinkWords, NoticeWords, PageWords,
    RankingWords, ReviewWords, StartWords,
};

/// A day.
fn date(year: i32, month: u32, day: u32) -> String {
    let mut name = "";
    let mut left = month;
    for month in
        "January February March April May June July August September October November December".split(' ')
    {
        left = left.wrapping_sub(1);
        if left == 0 {
            name = month;
        }
    }
    format!("{day} {name} {year}")
}

pub(in crate::text) static WORDS: FlowWords = FlowWords {
    frame: FrameWords {
        product: "Middle Layer",
        page_of: |page, pages| format!("Page {page} of {pages}"),
        answered_of: |answered, total| format!("{answered} of {total} answered"),
        kept: "saved on this device",
        not_kept: "not saved: nothing can be kept here",
        keeping_nothing: "nothing is saved",
        kept_announcement: "Your answers are saved on this device as you go.",
        erase: "erase",
        erase_name: "Erase my answers from this device",
        back: "Back",
        next: "Next",
        steps_name: "Steps",
        progress_name: "Questions answered",
        frame: |role| match role {
            Some(Role::Executive) => {
                "Think of one AI rollout that you know well and that went past its pilot. Answer for the last \
                 three months, unless a question names another period. “Managers” means the directors, senior \
                 managers, managers and functional leaders in the middle of the organisation."
            }
            Some(Role::Manager | Role::Frontline) | None => {
                "Think of one AI rollout that you know well and that went past its pilot. Answer for the last \
                 three months, unless a question names another period."
            }
        },
        about_rollout: |word, rollout| {
            let word = if word.is_empty() { "About" } else { word };
            format!("{word}: {rollout}")
        },
        optional: |word| format!("{word} (optional)"),
        own_questions: |title, version, fingerprint| {
            format!(
                "Questions of your organisation’s own: {title}, version {version}, fingerprint {fingerprint}. Compare \
                 results only where the fingerprint is the same."
            )
        },
        links: LinkWords {
            ask: "Whom to ask: ",
            privacy: "Privacy notice of your organisation",
            hand_in: "Where your organisation collects the files: ",
            until: |year, month, day| format!("The last day is {}.", date(year, month, day)),
            past: |year, month, day| {
                format!(
                    "The last day was {}, so this is closed. Ask before you hand in a file.",
                    date(year, month, day)
                )
            },
        },
    },
    start: StartWords {
        sheet: "For information security and the works council: what is kept, what leaves the browser, how to check it",
        title: "Where does the pace go?",
        lead: |form| {
            let minutes = match form {
                Form::Full => "eight",
                Form::Pulse => "three",
            };
            format!(
                "Your AI pilot worked, and the rollout is slow. These questions help you find out where it slows, \
                 and what to change first. They take about {minutes} minutes."
            )
        },
        get_title: "What you get, at once",
        get: &[
            Choice { title: "Signal.", detail: "Whether your answers show a slowdown, and how clearly." },
            Choice {
                title: "Miss.",
                detail: "What you think explains it, beside what your answers show. The two may differ, and the \
                         answers may also speak against every explanation offered here.",
            },
            Choice {
                title: "Move.",
                detail: "Up to five things to change first: why, whose they are, a first step, and what you can \
                         do yourself.",
            },
        ],
        steps_title: "How it goes",
        steps: &[
            "Say in which role you answer.",
            "Pick what you think slows the rollout most.",
            "Answer short statements, a few on a page. Skip any you like.",
        ],
        privacy_title: "What happens with your answers",
        privacy: &[
            "They stay in this browser. Nothing is sent by itself, and there is no account.",
            "You can save them as a file. You see all that is in the file first. It holds no name.",
        ],
        others: "Nobody learns what you answered unless you give them your file or show them your screen.",
        surroundings: |surroundings| match surroundings {
            Surroundings::Page => {
                "This is part of another page. The scripts of that page can read what is shown on it, your answers \
                 too. Answer only where you trust the page."
            }
            Surroundings::Frame => {
                "This is in a frame of its own. The page around it cannot read your answers."
            }
        },
        hand_in: "At the end you can hand them in, after you have seen all that is handed in. You can leave it too.",
        keep: "Keep my answers on this device while I work",
        keep_detail: "So that you can close the page and go on later. Untick this on a shared computer.",
        keep_off: "Nothing is kept on this device. If you close the page, your answers are gone, unless you save \
                   them as a file first.",
        rollout_title: "Which rollout?",
        rollout_label: "A name for it (optional)",
        rollout_detail: "Choose one rollout and keep it in mind for all questions. The name goes into your file.",
        begin: "Start",
        go_on: "Go on",
        open_title: "Already have a file?",
        open: "Open a saved file",
        open_detail: "Choose a file that was saved here, or drop it on this page, to see its result or go on.",
        scale_note: "Exploratory: the questions follow from an argument about management layers and have not been \
                     validated. The result says where to look. It does not measure you or your people.",
    },
    about: AboutWords {
        title: "About you",
        lead: "So that you get the questions that fit. Your name is not asked for.",
        given: "Set already: ",
        role: "In which role do you answer?",
        roles: |role| match role {
            Role::Manager => Choice {
                title: "Manager",
                detail: "Director, senior manager, manager or functional leader: you lead people or a function, \
                         and you report to executives or to other managers.",
            },
            Role::Executive => Choice {
                title: "Executive",
                detail: "You lead the organisation or a large part of it, and managers report to you.",
            },
            Role::Frontline => Choice {
                title: "Frontline",
                detail: "You do the work that the AI tool is meant for, and you lead nobody.",
            },
        },
        role_missing: "Please choose a role. It decides which questions you get.",
        form: "How much time do you have?",
        forms: |form, questions| match form {
            Form::Full => format!("Full, {questions} questions"),
            Form::Pulse => format!("Pulse, {questions} questions"),
        },
        form_detail: |form| match form {
            Form::Full => "About eight minutes. The result is more certain and goes into detail.",
            Form::Pulse => "About three minutes. A rougher result, good for asking again.",
        },
        unit: "Your part of the organisation (optional)",
        unit_detail: "A department or site. It goes into your file, so that a group’s files can be put together. \
                      Leave it out if it would give you away.",
        unit_none: "Rather not say",
        pilot: "Did the pilot meet its goals?",
        pilots: |pilot| match pilot {
            Pilot::Yes => "Yes",
            Pilot::Partly => "Partly",
            Pilot::No => "No",
            Pilot::Unknown => "I do not know",
        },
    },
    ranking: RankingWords {
        title: "First, your own explanation",
        lead: "Press an answer to rank it, and press it again to take it out. There is no right answer. At the \
               end you see your view beside what your other answers show.",
        picks: "Your ranking",
        no_picks: "Nothing ranked yet.",
        options: "What may slow it",
        ranked: |position| format!("ranked {position}"),
        higher: |option| format!("Move up: {option}"),
        remove: |option| format!("Take out: {option}"),
        announce: |option, position| match position {
            Some(position) => format!("{option}: ranked {position}"),
            None => format!("{option}: taken out"),
        },
        full: "Three are ranked. Take one out to rank another.",
    },
    page: PageWords {
        title: |position, of| match (position, of - position) {
            (0, _) => "The rollout, last three months".to_owned(),
            (_, 1) => "The last page of statements".to_owned(),
            _ => "More about the rollout".to_owned(),
        },
        friction_title: "What got easier or harder",
        keys: "With a keyboard: 1 to 5 answer the question you are on, 0 means it does not apply.",
        clear: "Clear",
        clear_name: |item| format!("Clear the answer to: {item}"),
        gaps_title: |count| match count {
            1 => "One question here has no answer".to_owned(),
            count => format!("{count} questions here have no answer"),
        },
        gaps_first: "Go to the first",
        gaps_anyway: "Continue without",
    },
    review: ReviewWords {
        title: |count| match count {
            0 => "Everything is answered".to_owned(),
            1 => "One question is open".to_owned(),
            count => format!("{count} questions are open"),
        },
        lead: |count| match count {
            0 => "Your result is ready.",
            _ => "You can answer them now or leave them. The more are open, the less the result can say.",
        },
        page: |page| format!("Page {page}"),
        unscored: |names| format!("Too few answers yet to give a figure for: {names}."),
        result: "See my result",
        ranking: "Your own explanation (the ranking)",
    },
    file: FileWords {
        title: "Save your answers",
        title_with_hand_in: "Save or hand in your answers",
        lead: "This is everything that goes into the file, word for word. Open the file here again to see the same \
               result, or hand it to the person who puts a group’s answers together.",
        not_in: "It holds no name, no address and no clock time, only the calendar week. Whoever gets the file \
                 can read it.",
        holds: |answered, total| {
            if answered == total {
                format!("All {total} questions are answered.")
            } else {
                format!(
                    "{answered} of {total} questions are answered. You can open the file later and go on."
                )
            }
        },
        content_name: "Content of the file",
        name: "File name",
        save_for_later: "Save as a file and go on later",
        save: "Save the file",
        saved: |name| {
            format!(
                "Handed to your browser as {name}. Look in your downloads. If nothing is there, this page may not \
                 save files: copy the text instead and keep it in a file of that name. "
            )
        },
        copy: "Copy the text",
        copied: "The text is copied.",
        hand_in_title: "Hand in your answers",
        hand_in_detail: |recipient| {
            format!(
                "This gives everything shown above, and the result worked out from it, to the page you are on \
                 ({recipient}). Before you press the button it is given none of them. Afterwards it can keep them, \
                 and nothing here can take them back."
            )
        },
        hand_in: "Hand in",
        handed_in: |recipient| format!("Handed in to {recipient}, exactly as shown above."),
        back: "Back to my result",
        back_to_questions: "Back to the questions",
    },
    keep: KeepWords {
        title: "Keep this result",
        save: "Save my answers",
        save_or_hand_in: "Save or hand in my answers",
        print: "Print or save as PDF",
        print_refused: "Printing did not start. This page may not be allowed to print: copy the result as text, or save \
                        your answers and open the file in another window.",
        copy: "Copy as text",
        copied: "The result is copied as plain text.",
        by_hand: "This browser does not let the page copy. Select the text and copy it yourself.",
        change: "Change my answers",
        start_over: "Start over",
    },
    notice: NoticeWords {
        put_away: "Close",
        restored: |when| format!("Your answers from {when} were on this device. You are where you left off."),
        questions_changed: "Some questions have changed since you began. Your answers to the others are kept.",
        set_aside: |reason| match reason {
            SetAside::Old => {
                "Answers from more than 30 days ago are on this device. The questions are about the last three \
                 months, so you start fresh. The old answers are still there."
            }
            SetAside::Damaged => {
                "Something was kept on this device that cannot be read any more, so you start fresh. You can save \
                 what is left of it as a file."
            }
            SetAside::Newer => {
                "Answers on this device come from a newer version of this page. Reload the page to get that \
                 version. Until then they are set aside, and nothing in them is changed."
            }
            SetAside::OtherQuestions => {
                "Answers on this device belong to a different set of questions, so you start fresh. They are still \
                 there."
            }
        },
        aside_save: "Save them as a file",
        aside_use: "Use them all the same",
        aside_erase: "Erase them",
        storage: |fault| match fault {
            StorageFault::Refused => {
                "This browser does not let the page keep anything. You can go on as usual. Save your answers as a \
                 file before you close the page."
            }
            StorageFault::Full => {
                "This browser has no room left to keep your answers. You can go on as usual. Save your answers as \
                 a file before you close the page."
            }
        },
        erased: "Your answers are erased from this device.",
        bring_back: "Bring them back",
        erased_elsewhere: "Your answers were erased or started over in another tab.",
        opened: "The file is open. It replaces what was here.",
        refused: "This file could not be opened",
        start_over: "Start over",
    },
};
