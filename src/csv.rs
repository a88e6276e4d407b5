//! Tables as CSV text, for a spreadsheet (RFC 4180).

/// A table as text: lines end with CR LF, and a cell is quoted where it has to be.
///
/// A spreadsheet takes a cell that begins with one of `= + - @`, a tab or a carriage return for a formula and runs it. Such
/// a cell gets an apostrophe in front, which makes it text, unless it is a plain number; so does one that begins as if it had
/// got one. A typeset minus becomes a plain one.
#[must_use]
pub fn table(rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for row in rows {
        for (position, cell) in row.iter().enumerate() {
            if position > 0 {
                text.push(',');
            }
            push_cell(&mut text, cell);
        }
        text.push_str("\r\n");
    }
    text
}

fn push_cell(text: &mut String, cell: &str) {
    if let Some(number) = cell.strip_prefix('−').filter(|rest| is_unsigned(rest)) {
        text.push('-');
        text.push_str(number);
        return;
    }
    let runs = is_formula(cell) && !is_number(cell);
    let quoted = cell.contains([',', '"', '\r', '\n']);
    if quoted {
        text.push('"');
    }
    if runs {
        text.push('\'');
    }
    for character in cell.chars() {
        if character == '"' {
            text.push('"');
        }
        text.push(character);
    }
    if quoted {
        text.push('"');
    }
}

/// Whether a cell begins as a formula does, behind any apostrophes.
pub(crate) fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// Digits with at most one sign before them and one point among them.
fn is_number(cell: &str) -> bool {
    is_unsigned(cell.strip_prefix(['+', '-']).unwrap_or(cell))
}

fn is_unsigned(digits: &str) -> bool {
    let points = digits.bytes().filter(|byte| *byte == b'.').count();
    digits.bytes().all(|byte| byte == b'.' || byte.is_ascii_digit()) && points < 2 && digits.len() > points
}

#[cfg(test)]
mod tests {
    use super::table;

    fn one(cell: &str) -> String {
        table(&[vec![cell.to_owned()]])
    }

    #[test]
    fn rows_and_cells_are_set_apart() {
        let rows = [["Choice", "For you"], ["Move now", "-0.68"], ["", ""]];
        let rows = rows.map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(table(&rows), "Choice,For you\r\nMove now,-0.68\r\n,\r\n");
        assert_eq!(table(&[]), "");
    }

    #[test]
    fn what_would_end_a_cell_is_quoted() {
        assert_eq!(one("Claims, Sales"), "\"Claims, Sales\"\r\n");
        assert_eq!(one("the \"new\" way"), "\"the \"\"new\"\" way\"\r\n");
        assert_eq!(one("two\nlines"), "\"two\nlines\"\r\n");
        assert_eq!(one("two\r\nlines"), "\"two\r\nlines\"\r\n");
        assert_eq!(one(" Zürich – Süd "), " Zürich – Süd \r\n");
    }

    #[test]
    fn no_cell_is_a_formula() {
        for cell in [
            "=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1", "-", "+", "-.", "--1", "-1-1", "-1.2.3", "+1e5",
            "-1;=A1",
        ] {
            assert_eq!(one(cell), format!("'{cell}\r\n"), "{cell}");
        }
        assert_eq!(one("=HYPERLINK(\"a\",\"b\")"), "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"\r\n");
        assert_eq!(one("\r=1"), "\"'\r=1\"\r\n");
    }

    #[test]
    fn an_apostrophe_that_was_there_is_told_from_one_that_was_added() {
        assert_eq!(one("'=1+1"), "''=1+1\r\n");
        assert_eq!(one("''-1"), "'''-1\r\n");
        assert_eq!(one("'s-Hertogenbosch"), "'s-Hertogenbosch\r\n");
    }

    #[test]
    fn a_number_stays_a_number() {
        for cell in ["-0.68", "+0.42", "0", "12", "-3", "-.5", "7."] {
            assert_eq!(one(cell), format!("{cell}\r\n"));
        }
        assert_eq!(one("−0.68"), "-0.68\r\n");
        assert_eq!(one("−A1"), "−A1\r\n");
        assert_eq!(one("−-1"), "−-1\r\n");
    }
}
