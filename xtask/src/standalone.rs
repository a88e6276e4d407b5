//! `standalone.html`: the whole product in one file, made from the page and the files beside it.

use std::fs;
use std::path::Path;

use base64::Engine as _;

use crate::failure::Failure;
use crate::scripts::{INLINE, replaced};

/// Writes the file into the folder of a release whose files are final.
pub(crate) fn write(folder: &Path) -> anyhow::Result<()> {
    let read = |name: &str| fs::read_to_string(folder.join(name));
    let mut page = read("index.html")?;
    page = replaced(&page, "<html lang=\"en\">", "<html lang=\"en\" data-single=\"yes\">")?;
    let icon = base64::engine::general_purpose::STANDARD.encode(fs::read(folder.join("icon.svg"))?);
    page = replaced(&page, "./icon.svg", &format!("data:image/svg+xml;base64,{icon}"))?;
    page = replaced(
        &page,
        "<link rel=\"stylesheet\" href=\"./page.css\">",
        &format!("<style>{}</style>", read("page.css")?),
    )
    .or_else(|_| {
        replaced(
            &page,
            "<link rel=\"stylesheet\" href=\"./page.css\"/>",
            &format!("<style>{}</style>", read("page.css")?),
        )
    })?;
    let mut scripts = String::new();
    for name in [INLINE, "embed.js", "boot.js"] {
        let script = read(name)?;
        if script.contains("</script") || script.contains("<!--") {
            return Err(Failure::error(
                format!("{name} cannot stand inside a page"),
                "Write `</script` and `<!--` in it in another way.",
            ));
        }
        scripts += "<script>";
        scripts += &script;
        scripts += "</script>\n";
        page = replaced(&page, &format!("<script src=\"./{name}\" defer></script>"), "")
            .or_else(|error| if name == INLINE { Ok(page.clone()) } else { Err(error) })?;
    }
    // At the end, where the page is there already: an inline script cannot be deferred.
    page = replaced(&page, "</body>", &format!("{scripts}</body>"))?;
    fs::write(folder.join("standalone.html"), page)?;
    Ok(())
}
