//! A formula typed in the page is shown where it is interesting, and its address says where.

use crate::support::Page;

#[test]
fn a_typed_formula_is_framed_and_its_address_leads_back() {
    #[rustfmt::skip]
    let cases: &[(&str, &[f64])] = &[
        ("(x - 100)^2", &[100.0]), ("x^2 - 200x", &[0.0, 100.0, 200.0]), ("|x + 40|", &[-40.0]),
        ("sqrt(x - 60)", &[60.0]), ("2x + 80", &[-40.0]), ("100 - x^2", &[-10.0, 0.0, 10.0]),
        ("t^2 - 30t", &[0.0, 15.0, 30.0]), ("f(x) = x^3 - 300x", &[-10.0, 10.0]),
        ("{x<30: -x, x-60}", &[30.0, 60.0]), ("sin(200x)", &[0.0]),
        ("(x - 50)^2 + (y - 30)^2", &[50.0]),
    ];
    let mut page = Page::open_empty("scene=descent");
    for (text, places) in cases {
        page.set("function", text);
        let domain = page.experiment().in_sight();
        assert!(!page.experiment().domain.is_empty(), "{text}: {domain:?}");
        for x in *places {
            assert!((domain[0].0..=domain[0].1).contains(x), "{text}: {domain:?}");
        }
        for (x, (low, high)) in page.place().iter().zip(&domain) {
            assert!((low..=high).contains(&x), "{text}: the ball at {x} in {domain:?}");
        }
        let query = page.query();
        assert!(query.contains("domain="), "{query}");
        let again = Page::open_empty(&query);
        assert_eq!(again.experiment(), page.experiment(), "{text}");
    }
}

#[test]
fn where_the_usual_domain_does_nothing_is_written_into_the_address() {
    let mut page = Page::open_empty("scene=descent");
    for text in ["x^2 - 6x + 9", "sin(x)", "x^2 + y^2", "1/x", "ln(x)", "e^x", "5"] {
        page.set("function", text);
        assert!(page.experiment().domain.is_empty(), "{text}: {:?}", page.experiment().domain);
    }
}

#[test]
fn an_address_without_a_domain_means_what_it_meant() {
    for text in ["(x-100)^2", "sin(200x)", "x^2-200x"] {
        let page = Page::open_empty(&format!("function={text}"));
        assert_eq!(page.experiment().in_sight(), [(-5.0, 5.0)], "{text}");
    }
    // A name has a domain of its own.
    let mut page = Page::open_empty("function=square");
    page.set("function", "terrace");
    assert!(page.experiment().domain.is_empty());
}
