//! Which facts a text gives away, and which it does not.

use super::*;
use crate::document;

fn facts(text: &str) -> Facts {
    document::read("a.txt", text.as_bytes())
        .unwrap()
        .facts
        .as_ref()
        .clone()
}

fn value<T: Clone>(fact: &Option<Fact<T>>) -> Option<T> {
    fact.as_ref().map(|fact| fact.value.clone())
}

#[test]
fn a_byline_names_the_author_and_may_name_the_day() {
    for head in [
        "By Ada van Loon",
        "Ada van Loon",
        "by Ada van Loon | May 7, 1913",
        "By Ada van Loon, 7 May 1913",
    ] {
        let facts = facts(&format!("Rain\n\n{head}\n\nIt rained.\n\nIt stopped."));
        assert_eq!(
            value(&facts.author).as_deref(),
            Some("Ada van Loon"),
            "{head}"
        );
        let dated = head.contains("1913").then(|| Moment::new("1913-05-07"));
        assert_eq!(value(&facts.published), dated, "{head}");
    }
}

/// When a text is taken to be published that has this body between its title and its rights.
fn published(body: &str) -> Option<String> {
    let facts = facts(&format!("Rain Over the Sea\n\n{body}\n\nThat was all."));
    value(&facts.published).map(|moment| moment.as_str().to_owned())
}

#[test]
fn a_line_with_a_date_states_it() {
    for line in [
        "May 7, 1913",
        "Published: 7 May 1913, 10:15 am",
        "Posted on Wednesday, May 7th, 1913",
        "1913-05-07T10:15",
    ] {
        assert_eq!(published(line).as_deref(), Some("1913-05-07"), "{line}");
    }
    for dateline in [
        "HARLINGEN, May 7, 1913 (Reuters) - It rained.",
        "HARLINGEN and BATH, May 7, 1913 – Rain fell.",
        "Harlingen, 7 May 1913 – Rain fell.",
    ] {
        assert_eq!(
            published(dateline).as_deref(),
            Some("1913-05-07"),
            "{dateline}"
        );
    }
}

#[test]
fn a_post_dates_the_news_of_its_weekday_only() {
    let post = "— Ada Loon (@ada) January 26, 2018";
    let friday = "It was in the report published Friday.";
    let monday = "It was in the report published Monday.";
    assert_eq!(
        published(&format!("{friday}\n\n{post}")).as_deref(),
        Some("2018-01-26")
    );
    assert_eq!(published(&format!("{monday}\n\n{post}")), None);
    assert_eq!(published(post), None);
}

#[test]
fn a_claim_of_rights_is_no_date() {
    assert_eq!(
        published("It rained.\n\n© 2019 The Herald. All rights reserved."),
        None
    );
}

#[test]
fn a_date_and_how_far_it_is_tell_the_day() {
    for (sentence, day) in [
        ("It will rain tomorrow, March 3, 2015.", Some("2015-03-02")),
        ("It rained yesterday (3 March 2015).", Some("2015-03-04")),
        ("They meet next week, on Dec. 19, 2016.", Some("2016-W50")),
        (
            "They met last week, on Friday, March 6, 2015.",
            Some("2015-W11"),
        ),
        ("They meet on Dec. 19, 2016, next to a church.", None),
        ("They meet next week, on Dec. 19.", None),
    ] {
        assert_eq!(published(sentence).as_deref(), day, "{sentence}");
    }
}

#[test]
fn a_year_is_settled_between_the_last_one_named_and_the_claim_of_rights() {
    let rights = "© 2018 All rights reserved.";
    let told = |body: &str| published(&format!("{body}\n\nIt was so in 2014.\n\n{rights}"));
    let electors = "The Electoral College meets next week, on Dec. 19.";
    assert_eq!(told(electors).as_deref(), Some("2016-W50"));
    let monday = "The club meets next week, on Monday, Dec. 19.";
    assert_eq!(told(monday).as_deref(), Some("2016-W50"));
    assert_eq!(told("The club meets next week, on Dec. 19."), None);
}

#[test]
fn an_outlet_signs_its_dateline_or_claims_its_rights() {
    let outlet = |text: &str| value(&facts(text).outlet);
    assert_eq!(
        outlet("PARIS (AP) — It rained.").as_deref(),
        Some("Associated Press")
    );
    assert_eq!(outlet("PARIS (Ada) — It rained."), None);
    let rights = "It rained.\n\n© 2019 The Herald. All rights reserved.";
    assert_eq!(outlet(rights).as_deref(), Some("The Herald"));
    assert_eq!(outlet("It rained.\n\n© 2019 All rights reserved."), None);
}

#[test]
fn a_language_is_told_by_its_common_words() {
    let language = |text: &str| value(&facts(text).language);
    let english = "It was the best of times and it was the worst of times, for all that is in this \
                   world of ours.";
    assert_eq!(language(english).as_deref(), Some("en"));
    let dutch = "Het was een van de dagen dat het niet aan de regen lag, maar dat ook de zon voor \
                 deze mensen niet meer werd gezien.";
    assert_eq!(language(dutch).as_deref(), Some("nl"));
    assert_eq!(language("Too short to tell."), None);
    assert_eq!(language(&"lorem ipsum dolor ".repeat(20)), None);
}
