//! Numbers from text have the very bits that Rust's own reading gives, and numbers as
//! text the very digits of its writing.

use downhill_core::decimal::{fixed, parse, scientific, shortest};
use downhill_core::numeric::rng::{Rng, Stream};

fn check(text: &str) {
    let expected = text.parse::<f64>().ok().map(f64::to_bits);
    assert_eq!(parse(text).map(f64::to_bits), expected, "{text}");
}

#[test]
fn what_is_a_number_is_read_and_nothing_else() {
    for text in [
        "0",
        "-0",
        "+1",
        "1.",
        ".5",
        "-.5e3",
        "1E5",
        "1e+5",
        "1e-5",
        "0e9",
        "00012.50",
        "0.1",
        "inf",
        "-Infinity",
        "INF",
        "NaN",
        "",
        ".",
        "-",
        "+",
        "e5",
        ".e5",
        "1e",
        "1e+",
        "1.5.2",
        "1,5",
        " 1",
        "1 ",
        "1e5.0",
        "--1",
        "+-1",
        "0x10",
        "1_000",
        "½",
        "infinit",
        "in",
        "nano",
    ] {
        check(text);
    }
}

#[test]
fn the_nearest_number_is_chosen() {
    for text in [
        "1e308",
        "1.7976931348623157e308",
        "1.7976931348623158e308",
        "1.7976931348623159e308",
        "1.797693134862315807e308",
        "1e309",
        "1e99999999999999999999",
        "1e-99999999999999999999",
        "0e99999999999999999999",
        "5e-324",
        "2.4703282292062327e-324",
        "2.4703282292062328e-324",
        "2.2250738585072011e-308",
        "2.2250738585072014e-308",
        "9007199254740993",
        "9007199254740993.00000000000000000000000001",
        "9007199254740991.5",
        "1e23",
        "8.5e22",
        "123456789012345678901234567890",
        "100000000000000016777215",
        "100000000000000016777216",
    ] {
        check(text);
    }
    // Halfway between two numbers, a little more and a little less, to the last digit.
    for bits in [0u64, 1, 0x000f_ffff_ffff_ffff, 0x3ff0_0000_0000_0000, 0x7fef_ffff_ffff_fffe] {
        let (low, high) = (f64::from_bits(bits), f64::from_bits(bits + 1));
        let low_digits = format!("{low:.1100}");
        for digits in [format!("{high:.1100}"), low_digits] {
            check(&digits);
            check(&format!("{digits}1"));
        }
    }
    let half_of_least = format!("{:.1074}", f64::from_bits(1)).replace("0.", "") + "5e-1075";
    check(&half_of_least);
    let halfway = format!("{:.1074}5", f64::from_bits(1));
    check(&halfway);
    check(&format!("{halfway}{}1", "0".repeat(900)));
}

#[test]
fn any_number_comes_back_and_any_digits_give_the_same() {
    let mut rng = Rng::new(1, Stream::Data);
    let mut bits = || (rng.unit() * 4294967296.0) as u64;
    for _ in 0..20_000 {
        let number = f64::from_bits(bits() << 32 | bits());
        check(&number.to_string());
        check(&format!("{number:e}"));
        check(&format!("{number:.17e}"));
        check(&format!("{}.{}e{}", bits() % 1000, bits() * bits(), bits() as i64 % 660 - 330));
        check(&format!("{}e-{}", bits(), bits() % 40));
    }
}

/// Whether a number is written as Rust writes it.
fn check_text(value: f64) {
    assert_eq!(shortest(value), value.to_string(), "{value:e}");
    for decimals in [0, 1, 2, 5, 20] {
        assert_eq!(fixed(value, decimals), format!("{value:.decimals$}"), "{value:e}");
        if value.is_finite() {
            let (digits, exponent) = scientific(value, decimals);
            assert_eq!(format!("{digits}e{exponent}"), format!("{value:.decimals$e}"));
        }
    }
}

#[test]
fn numbers_are_written_with_the_same_digits() {
    for value in [0.0, 0.1, 0.3, 1.0, 1.5, 2.5, 0.125, 9.995, 999.9996, 1e21, 1e22, 1e23, 1e-7]
        .into_iter()
        .chain([f64::MAX, f64::MIN_POSITIVE, f64::EPSILON, f64::INFINITY, f64::NAN])
        .chain([5e-324, 1.5e-323, 4.35, 0.5, 0.05, 99.95, 9007199254740993.0, 1.7e308])
    {
        check_text(value);
        check_text(-value);
    }
    // Where numbers become twice as dense.
    for power in 0..2047 {
        let number = f64::from_bits(power << 52);
        assert_eq!(shortest(number), number.to_string());
    }
    let mut rng = Rng::new(2, Stream::Data);
    let mut bits = || (rng.unit() * 4294967296.0) as u64;
    for _ in 0..3_000 {
        check_text(f64::from_bits(bits() << 32 | bits()));
        check_text((bits() % 20_000) as f64 / 1000.0);
        check_text(bits() as f64 / 256.0);
    }
}
