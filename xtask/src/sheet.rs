//! The sheet for information security and the works council as a page, made from the one text in `docs/`.

use std::fs;
use std::path::Path;

use pulldown_cmark::{Options, Parser, html};

use crate::failure::{Advise, Failure};
use crate::workspace::Workspace;

const SOURCE: &str = "docs/security.md";
/// The file beside the others.
const PAGE: &str = "security.html";

/// Writes the page into the folder of a build.
pub(crate) fn write(workspace: &Workspace, folder: &Path) -> anyhow::Result<()> {
    let advice = "Restore it from version control, then run the same command again.";
    let text = fs::read_to_string(workspace.path(SOURCE)).advise(SOURCE, advice)?;
    let page = page(&text).ok_or_else(|| Failure::error(format!("{SOURCE} has no title"), advice))?;
    fs::write(folder.join(PAGE), page)?;
    Ok(())
}

/// The whole page; its title is the first heading.
fn page(text: &str) -> Option<String> {
    let title = text.lines().next()?.strip_prefix("# ")?;
    let mut content = String::new();
    html::push_html(&mut content, Parser::new_ext(text, Options::ENABLE_TABLES));
    // Names of columns, and no headings of what is in a row.
    let content = content.replace("<th>", "<th scope=\"col\">");
    Some(format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title} · Middle Layer</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <link rel=\"icon\" type=\"image/svg+xml\" href=\"icon.svg\">\n\
         <link rel=\"stylesheet\" href=\"paper.css\">\n</head>\n<body>\n<main>\n\
         <p class=\"product\"><a href=\"index.html\">Middle Layer</a></p>\n{content}</main>\n</body>\n</html>\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn a_text_is_a_page() {
        let page = page("# For you\n\n| a | b |\n|---|---|\n| `c` | d & e |\n").unwrap_or_default();
        assert!(page.contains("<title>For you · Middle Layer</title>"));
        assert!(page.contains("<th scope=\"col\">a</th>"));
        assert!(page.contains("<td><code>c</code></td><td>d &amp; e</td>"));
        assert_eq!(super::page("no title"), None);
    }
}
