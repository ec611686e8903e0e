//! What a link says, and how it is read and printed.

mod on_host;

use proptest::prelude::*;

use super::*;
use crate::complaint::Complaint;
use crate::passage::Passage;

/// Reads a link that is expected to be in order.
fn read(link: &str) -> Address {
    let (address, complaints) = Address::parse(link);
    assert_eq!(complaints, [], "{link}");
    address
}

/// Reads a link and gives back what is kept of it and the complaints.
fn keep(link: &str) -> (String, Vec<String>) {
    let (address, complaints) = Address::parse(link);
    let messages = complaints.into_iter().map(|complaint| complaint.message);
    (address.to_string(), messages.collect())
}

#[track_caller]
fn check_kept(link: &str, kept: &str, complaint: &str) {
    let (printed, messages) = keep(link);
    assert_eq!(printed, kept);
    let is_said = messages.iter().any(|message| message.contains(complaint));
    assert!(is_said, "{complaint:?} is not among {messages:?}");
}

fn condition(facet: Facet, sense: Sense, value: &str) -> Condition {
    Condition {
        facet,
        value: value.to_owned(),
        sense,
    }
}

#[test]
fn the_overview_of_everything_has_no_address() {
    assert_eq!(Address::default().to_string(), "");
    for link in [
        "",
        "?",
        "#",
        "#?",
        "?&&",
        "view=overview",
        "q=&read=&at=&kind=&hide=",
    ] {
        assert_eq!(read(link), Address::default(), "{link}");
    }
}

#[test]
fn a_link_says_everything_a_page_shows() {
    let link = "view=read&read=000_report&about=cozy-bear&at=3&lines=before&line=51&q=%22the+hague%22\
        &kind=person&kind=group&-entity=john-doe&document=a&outlet=the-record&-year=2016\
        &all=entity&sort=newest&list=passages&hide=place&hide=date&text=original&decide=hide=%22place:+Bath%22";
    let address = read(link);
    assert_eq!(
        address,
        Address {
            view: View::Read,
            document: Some("000_report".into()),
            entity: Some("cozy-bear".into()),
            is_paged: false,
            at: Some(3),
            passage: None,
            lines: Lines {
                sorting: Sorting::Before,
                from: 50,
            },
            filter: Filter {
                query: "\"the hague\"".into(),
                conditions: vec![
                    condition(Facet::Kind, Sense::Include, "person"),
                    condition(Facet::Kind, Sense::Include, "group"),
                    condition(Facet::Entity, Sense::Exclude, "john-doe"),
                    condition(Facet::Document, Sense::Include, "a"),
                    condition(Facet::Outlet, Sense::Include, "the-record"),
                    condition(Facet::Year, Sense::Exclude, "2016"),
                ],
                all_of: vec![Facet::Entity],
                order: Order::Newest,
                listing: Listing::Passages,
            },
            unmarked: vec![Kind::Place, Kind::Date],
            version: Version::Original,
            decisions: vec!["hide=\"place: Bath\"".into()],
            unknown: vec![],
        }
    );
    assert_eq!(address.to_string(), link);
    assert_eq!(read(&format!("?{link}")), address);
    assert_eq!(read(&format!("#{link}")), address);
}

#[test]
fn a_link_stays_readable() {
    let query = "title: a/b, \"Émilie\" 100% R&D c+c";
    let address = Address {
        filter: Filter {
            query: query.into(),
            ..Filter::default()
        },
        ..Address::default()
    };
    assert_eq!(
        address.to_string(),
        "q=title:+a/b,+%22%C3%89milie%22+100%25+R%26D+c%2Bc"
    );
}

#[test]
fn a_link_in_a_sentence_keeps_its_last_character() {
    assert_eq!(read("q=who%3F").to_string(), "q=who%3F");
    assert_eq!(read("q=yes.&hide=web").to_string(), "q=yes%2E&hide=web");
    assert_eq!(read("q=(a)").to_string(), "q=(a%29");
}

#[test]
fn browsers_cannot_take_a_part_of_the_query_for_a_text_fragment() {
    assert_eq!(read("q=1:%7E:text=x").to_string(), "q=1:%7E:text=x");
}

#[test]
fn a_query_and_a_fragment_are_read_as_one() {
    assert_eq!(read("?view=read#about=x").to_string(), "view=read&about=x");
    check_kept("?q=x#q=y", "q=y", "“q” more than once");
}

#[test]
fn unknown_keys_are_kept_and_reported_together() {
    check_kept(
        "?utm_source=x&view=read&Q=UPPER&__proto__",
        "view=read&utm_source=x&Q=UPPER&__proto__",
        "“utm_source”, “Q”, “__proto__”, which",
    );
    let many: Vec<_> = (0..5000).map(|n| format!("k{n}={n}")).collect();
    let many = many.join("&");
    check_kept(&many, &many, "“k0”, “k1”, “k2” and 4997 more");
}

#[test]
fn unusable_values_are_left_out_and_the_rest_is_kept() {
    check_kept("view=theatre&q=x", "q=x", "no view “theatre”");
    check_kept(
        "kind=dragon&kind=person",
        "kind=person",
        "“dragon” is not a kind",
    );
    check_kept(
        "hide=constructor&hide=date",
        "hide=date",
        "“constructor” is not a kind",
    );
    check_kept("at=NaN&about=x", "about=x", "“NaN” is not the place");
    check_kept("sort=luck&q=x", "q=x", "no order “luck”");
    check_kept("list=words&q=x", "q=x", "no list of “words”");
    assert_eq!(
        read("list=passages&list=documents&list="),
        Address::default()
    );
    check_kept(
        "all=things&q=x",
        "q=x",
        "“things” is not something to filter by",
    );
    check_kept("at=0", "", "“0” is not the place");
    check_kept("at=99999999999999999999", "", "is not the place");
    for year in ["1e309", "NaN", "+2016", "02016", "2016-01"] {
        check_kept(&format!("q=x&year={year}"), "q=x", "is not a year");
    }
}

#[test]
fn damaged_encoding_is_read_as_far_as_it_goes() {
    check_kept("q=100%", "q=100%25", "damaged");
    check_kept("q=%zz&at=2", "at=2&q=%25zz", "damaged");
    check_kept("q=%ffa", "q=%EF%BF%BDa", "damaged");
    check_kept("q=%E0%A4%A", "q=%EF%BF%BD%25A", "damaged");
    check_kept("q=a%00b", "q=ab", "damaged");
}

#[test]
fn what_repeats_counts_once() {
    assert_eq!(
        read("kind=web&kind=web&hide=web&hide=web").to_string(),
        "kind=web&hide=web"
    );
}

#[test]
fn a_hundred_thousand_characters_do_no_harm() {
    let long = "a".repeat(100_000);
    check_kept(
        &format!("q={long}&view=read"),
        "view=read",
        "longer than 65536",
    );
    check_kept(
        &format!("{long}&view=read"),
        "view=read",
        "longer than 65536",
    );
    let conditions: String = (0..20_000).map(|n| format!("year={n}&")).collect();
    let (address, complaints) = Address::parse(&conditions);
    assert_eq!(address.filter.conditions.len(), MOST_CONDITIONS);
    assert_eq!(complaints.len(), 2, "{complaints:?}");
}

#[test]
fn complaints_stay_few() {
    let (_, complaints) = Address::parse(&"kind=dragon&".repeat(1000));
    assert_eq!(complaints.len(), crate::complaint::MOST_COMPLAINTS);
    assert_eq!(
        complaints.last(),
        Some(&Complaint::new(
            "993 more things could not be used and were left out."
        ))
    );
}

/// Text that a reader can type: no control characters.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof!["[ -~]{1,12}", "\\PC{1,12}"]
}

fn any_condition() -> impl Strategy<Value = Condition> {
    let value = prop_oneof![
        (0..Kind::ALL.len()).prop_map(|n| (Facet::Kind, Kind::ALL[n].slug().to_owned())),
        (-50..3000i32).prop_map(|year| (Facet::Year, year.to_string())),
        (-50..3000i32).prop_map(|year| (Facet::Year, format!("{year}..{}", year + 9))),
        typed().prop_map(|slug| (Facet::Entity, slug)),
        typed().prop_map(|slug| (Facet::Document, slug)),
        typed().prop_map(|slug| (Facet::Outlet, slug)),
    ];
    let sense = prop_oneof![Just(Sense::Include), Just(Sense::Exclude)];
    (value, sense).prop_map(|((facet, value), sense)| Condition {
        facet,
        value,
        sense,
    })
}

fn is_unknown(key: &str) -> bool {
    let known = [
        "view", "read", "about", "at", "lines", "line", "q", "hide", "all", "sort", "list",
        "quote", "before", "after", "from", "text", "decide", "z",
    ];
    !known.contains(&key) && Facet::from_slug(key.trim_start_matches('-')).is_none()
}

prop_compose! {
    fn any_filter()(
        query in prop_oneof![Just(String::new()), typed()],
        given in prop::collection::vec(any_condition(), 0..6),
        strict in prop::collection::btree_set(0..Facet::ALL.len(), 0..3),
        order in 0..Order::ALL.len(),
        listing in 0..Listing::ALL.len(),
    ) -> Filter {
        let mut conditions: Vec<Condition> = vec![];
        for condition in given {
            if !conditions.contains(&condition) {
                conditions.push(condition);
            }
        }
        Filter {
            query,
            conditions,
            all_of: Facet::ALL.into_iter().filter(|facet| strict.contains(&(*facet as usize))).collect(),
            order: Order::ALL[order],
            listing: Listing::ALL[listing],
        }
    }
}

prop_compose! {
    fn any_passage()(
        quote in typed(), before in typed(), after in typed(), from: u32,
    ) -> Passage {
        Passage { quote: format!("x{quote}"), before, after, from }
    }
}

prop_compose! {
    fn any_address()(
        view in 0..View::ALL.len(),
        document in prop::option::of(typed()),
        entity in prop::option::of(typed()),
        at in prop::option::of(1..u32::MAX),
        passage in prop::option::of(any_passage()),
        lines in (0..Sorting::ALL.len(), 0..u32::MAX),
        filter in any_filter(),
        unmarked in prop::collection::btree_set(0..Kind::ALL.len(), 0..4),
        original in any::<bool>(),
        decisions in prop::collection::btree_set(typed(), 0..3),
        unknown in prop::collection::vec((typed(), prop_oneof![Just(String::new()), typed()]), 0..3),
    ) -> Address {
        let unknown = unknown.into_iter().filter(|(key, _)| is_unknown(key));
        Address {
            view: View::ALL[view],
            document,
            entity,
            is_paged: false,
            at,
            passage,
            lines: Lines {
                sorting: Sorting::ALL[lines.0],
                from: lines.1,
            },
            filter,
            unmarked: unmarked.into_iter().map(|n| Kind::ALL[n]).collect(),
            version: if original { Version::Original } else { Version::Repaired },
            decisions: decisions.into_iter().filter(|said| !said.trim().is_empty()).collect(),
            unknown: unknown.map(|(key, value)| Unknown { key, value }).collect(),
        }
    }
}

#[test]
fn a_passage_is_its_words_what_stands_around_them_and_where() {
    let link =
        "view=read&read=a&quote=the+lamp+went+out&before=he+said:+&after=,+and+left%2E&from=120";
    let passage = Passage {
        quote: "the lamp went out".into(),
        before: "he said: ".into(),
        after: ", and left.".into(),
        from: 120,
    };
    assert_eq!(read(link).passage, Some(passage));
    assert_eq!(read("before=he&after=she&from=3").passage, None);
    check_kept("quote=x&from=soon", "quote=x", "“soon” is not a place");
}

#[test]
fn a_packed_address_that_did_not_arrive_whole_is_told() {
    check_kept("z&q=x", "q=x", "cut or changed on its way");
}

proptest! {
    #[test]
    fn what_is_printed_for_a_host_reads_as_what_was_meant(address in any_address()) {
        let (read, _) = Address::parse_on_host(&address.link_on_host());
        prop_assert_eq!(read, address);
    }

    #[test]
    fn the_page_of_an_entity_reads_as_what_was_meant(address in any_address()) {
        let (view, is_paged) = (View::Entity, true);
        let address = Address { view, is_paged, ..address };
        let (read, _) = Address::parse_on_host(&address.link_on_host());
        let is_paged = address.link_on_host().starts_with("about/");
        prop_assert_eq!(read, Address { is_paged, ..address });
    }

    #[test]
    fn any_text_is_an_address_on_a_host(link in "(read/|about/)?[a-z./%?&=#]{0,40}") {
        let (address, _) = Address::parse_on_host(&link);
        let (again, _) = Address::parse_on_host(&address.link_on_host());
        prop_assert_eq!(again, address);
    }

    #[test]
    fn what_is_printed_reads_as_what_was_meant(address in any_address()) {
        let (read, _) = Address::parse(&address.to_string());
        prop_assert_eq!(read, address);
    }

    #[test]
    fn any_text_is_an_address(link in prop_oneof!["[?#&=%+0-9a-z-]{0,60}", ".{0,60}"]) {
        let (address, _) = Address::parse(&link);
        let (again, _) = Address::parse(&address.to_string());
        prop_assert_eq!(again, address);
    }
}
