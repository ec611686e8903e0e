//! Scripts as they are published.

/// A script of the project's own without its remarks, which are for those who read the source: each
/// stands in lines of its own, and no text in a script has lines that look like one.
pub(crate) fn without_remarks(script: &str) -> String {
    let is_remark = |line: &&str| line.trim_start().starts_with("//");
    let lines = script.split_inclusive('\n');
    lines.filter(|line| !is_remark(line)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_are_left_out_and_all_else_stays_as_it_is() {
        let script = "// Says.\nlet a = \"//\"; // why\n  // Says more.\n  b(`x`);\n";
        let expected = "let a = \"//\"; // why\n  b(`x`);\n";
        assert_eq!(without_remarks(script), expected);
    }
}
