//! Numbers as a language writes them: significant digits, a true minus sign.

use crate::text::messages::Words;

impl Words {
    /// A number with `digits` significant digits.
    pub fn significant(self, value: f64, digits: usize) -> String {
        self.written(value, significant(value, digits))
    }

    /// A number with `digits` significant digits and its sign, also a plus.
    pub fn signed(self, value: f64, digits: usize) -> String {
        self.written(value, signed(value, digits))
    }

    /// A number with at most `digits` significant digits, without trailing zeros.
    pub fn trimmed(self, value: f64, digits: usize) -> String {
        let text = significant(value, digits);
        let text = match text.contains('.') && !text.contains('×') {
            true => text.trim_end_matches('0').trim_end_matches('.').to_string(),
            false => text,
        };
        self.written(value, text)
    }

    /// A chosen number, without trailing zeros: 0.1, not 0.100.
    pub fn short(self, value: f64) -> String {
        self.trimmed(value, 3)
    }

    /// A number in input notation that is shown, such as one of a list.
    pub fn chosen(self, typed: &str) -> String {
        self.ltr(typed.replacen('.', self.get("decimal_mark"), 1))
    }

    /// A number with a fixed number of decimals; a huge one with three digits and a power of ten.
    pub fn fixed(self, value: f64, decimals: usize) -> String {
        self.written(value, fixed(value, decimals))
    }

    /// A share as a percentage, with one decimal.
    pub fn percent(self, share: f64) -> String {
        format!("{} %", self.fixed(100.0 * share, 1))
    }

    /// An integer, with thousands separators.
    pub fn count(self, value: u32) -> String {
        let mark = self.get("thousands_mark");
        let digits = value.to_string();
        let mut text = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                text.push_str(mark);
            }
            text.push(digit);
        }
        text
    }

    /// A factor as an integer, with thousands separators.
    pub fn factor(self, value: f64) -> String {
        self.count(value as u32)
    }

    /// One number, or several in brackets, formatted by `text`.
    pub fn pair(self, numbers: &[f64], text: impl Fn(f64) -> String) -> String {
        match numbers {
            [one] => text(*one),
            several => {
                let parts: Vec<String> = several.iter().map(|part| text(*part)).collect();
                self.ltr(format!("({})", parts.join(&format!("{} ", self.get("coordinates_mark")))))
            }
        }
    }

    /// A point: one number, or several in brackets, each with `digits` significant digits.
    pub fn place(self, numbers: &[f64], digits: usize) -> String {
        self.pair(numbers, |part| self.significant(part, digits))
    }

    /// A tick label: no trailing zeros, in powers of ten if very large or small.
    pub fn tick(self, value: f64) -> String {
        self.written(value, tick(value))
    }

    /// Labels of ticks: each as by [`Words::tick`], or all with the decimals that tell neighbours
    /// apart.
    pub fn ticks(self, values: &[f64]) -> Vec<String> {
        let labels = values.iter().zip(ticks(values));
        labels.map(|(value, label)| self.written(*value, label)).collect()
    }

    /// Labels of increasing values by `text`, or as ticks if that makes neighbours equal.
    pub fn distinct(self, values: &[f64], text: impl Fn(f64) -> String) -> Vec<String> {
        let labels: Vec<String> = values.iter().map(|value| text(*value)).collect();
        if labels.windows(2).all(|pair| pair[0] != pair[1]) { labels } else { self.ticks(values) }
    }

    /// A number in the language's own notation.
    fn written(self, value: f64, text: String) -> String {
        if value.is_nan() {
            return self.get("number_undefined").to_string();
        }
        if value.is_infinite() {
            return self.get("number_infinite").to_string();
        }
        self.chosen(&text)
    }

    /// A formula, which is read from left to right also within a text from right to left.
    fn ltr(self, text: String) -> String {
        match self.get("text_direction") {
            "rtl" => format!("{LEFT_TO_RIGHT}{text}"),
            _ => text,
        }
    }
}

/// Unicode's mark after which what has no direction of its own goes from left to right.
const LEFT_TO_RIGHT: char = '\u{200E}';

/// Size from which a number is written with a power of ten.
const HUGE: f64 = 1e7;

/// A number with `digits` significant digits, in the notation of formulas.
pub(crate) fn significant(value: f64, digits: usize) -> String {
    if value == 0.0 || !value.is_finite() {
        return "0".to_string();
    }
    let (mantissa, exponent) = scientific(value, digits.saturating_sub(1));
    let text = if (-5..=6).contains(&exponent) {
        let decimals = (digits as i32 - 1 - exponent).max(0) as usize;
        format!("{value:.decimals$}")
    } else {
        format!("{mantissa} × 10{}", superscript(exponent))
    };
    true_minus(&text)
}

/// The same with its sign, also a plus.
pub(crate) fn signed(value: f64, digits: usize) -> String {
    let text = significant(value, digits);
    if value > 0.0 { format!("+{text}") } else { text }
}

/// A number in input notation, with up to four decimals.
pub fn typed(value: f64) -> String {
    if value.abs() >= 1e15 {
        return format!("{value:e}");
    }
    let rounded = format!("{value:.4}").parse().unwrap_or(value);
    // Of what is below 0 by almost nothing, no sign is left.
    (rounded + 0.0).to_string()
}

/// A number with a fixed number of decimals; a huge one with three digits and a power of ten.
fn fixed(value: f64, decimals: usize) -> String {
    if !value.is_finite() || value.abs() >= HUGE {
        return significant(value, 3);
    }
    true_minus(&format!("{value:.decimals$}"))
}

/// A tick label: no trailing zeros, in powers of ten if very large or small.
fn tick(value: f64) -> String {
    let size = value.abs();
    if size >= 1e5 || (size < 1e-3 && size > 1e-300) {
        let (mantissa, exponent) = scientific(value, 2);
        let mantissa = mantissa.trim_end_matches('0').trim_end_matches('.');
        // Plotters' ticks are sums of steps: 0 may come out as a trace of one.
        return match exponent < -14 && size < 1e-15 {
            true => "0".to_string(),
            false => true_minus(&format!("{mantissa}×10{}", superscript(exponent))),
        };
    }
    let rounded = (value * 1e6).round() / 1e6;
    if rounded == 0.0 { "0".to_string() } else { true_minus(&rounded.to_string()) }
}

/// Labels of ticks: each as by [`tick`], or all with the decimals that tell neighbours apart.
fn ticks(values: &[f64]) -> Vec<String> {
    let step =
        values.windows(2).map(|pair| (pair[1] - pair[0]).abs()).fold(f64::INFINITY, f64::min);
    // A label is its number, but for a small part of the way to the next one.
    let tells = |labels: &[String]| {
        let near = |(label, value): (&String, &f64)| {
            read(label).is_some_and(|read| (read - value).abs() <= 0.01 * step)
        };
        labels.iter().zip(values).all(near)
    };
    let usual: Vec<String> = values.iter().map(|value| tick(*value)).collect();
    let large = values.iter().fold(0.0, |most: f64, value| most.max(value.abs()));
    if tells(&usual) || !(step > 0.0 && large.is_finite()) {
        return usual;
    }
    let decimals = |count: usize| -> Vec<String> {
        let label = |value: &f64| match large < 1e10 && (large >= 1e-3 || large == 0.0) {
            true => fixed(*value, count),
            false => {
                let (mantissa, exponent) = scientific(*value, count);
                true_minus(&format!("{mantissa}×10{}", superscript(exponent)))
            }
        };
        values.iter().map(label).collect()
    };
    // 17 digits tell all floats apart.
    (0..=17).map(decimals).find(|labels| tells(labels)).unwrap_or(usual)
}

/// The number that a label of [`tick`] shows.
fn read(label: &str) -> Option<f64> {
    let plain: String = label.chars().map(|it| if it == '−' { '-' } else { it }).collect();
    let Some((mantissa, power)) = plain.split_once("×10") else { return plain.parse().ok() };
    let digit = |it: char| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|raised| raised == it);
    let exponent: String = power
        .chars()
        .map(|it| digit(it).and_then(|it| char::from_digit(it as u32, 10)).unwrap_or('-'))
        .collect();
    format!("{mantissa}e{exponent}").parse().ok()
}

/// Mantissa with this many decimals, and exponent, of a finite number.
fn scientific(value: f64, decimals: usize) -> (String, i32) {
    let text = format!("{value:.decimals$e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    (mantissa.to_string(), exponent.parse().unwrap_or(0))
}

fn true_minus(text: &str) -> String {
    text.replace('-', "−")
}

fn superscript(exponent: i32) -> String {
    let raise = |digit: char| match digit {
        '-' => '⁻',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        _ => '⁰',
    };
    exponent.to_string().chars().map(raise).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::native::{ENGLISH, words};

    #[test]
    fn numbers_keep_the_digits_that_matter() {
        assert_eq!(ENGLISH.significant(-0.031_25, 3), "−0.0312");
        assert_eq!(ENGLISH.significant(1234.6, 3), "1235");
        assert_eq!(ENGLISH.significant(0.999_96, 3), "1.00");
        assert_eq!(ENGLISH.significant(-1.5e-9, 2), "−1.5 × 10⁻⁹");
        assert_eq!(ENGLISH.significant(f64::NAN, 3), "undefined");
        assert_eq!(ENGLISH.signed(0.5, 2), "+0.50");
        assert_eq!(ENGLISH.signed(-0.5, 2), "−0.50");
        assert_eq!(ENGLISH.signed(0.0, 2), "0");
        assert_eq!(ENGLISH.count(1_234_567), "1,234,567");
        assert_eq!(ENGLISH.count(999), "999");
        assert_eq!(ENGLISH.percent(0.960_78), "96.1 %");
        assert_eq!(tick(-0.300_000_000_000_000_04), "−0.3");
        assert_eq!(tick(-2.5e6), "−2.5×10⁶");
        assert_eq!(tick(5e-5), "5×10⁻⁵");
        assert_eq!(tick(3e-17), "0");
    }

    #[test]
    fn each_language_has_its_own_marks() {
        let german = words("de").unwrap();
        assert_eq!(german.significant(-1234.5, 6), "−1234,50");
        assert_eq!(german.count(1_234_567), "1.234.567");
        assert_eq!(german.place(&[1.2, -0.5], 3), "(1,20; −0,500)");
        assert_eq!(german.ticks(&[0.0, 0.5, 1.0]), ["0", "0,5", "1"]);
        assert_eq!(german.percent(0.960_78), "96,1 %");
    }

    #[test]
    fn huge_numbers_have_a_power_of_ten_and_few_digits() {
        for (value, text) in [
            (-1.174_321e41, "−1.17 × 10⁴¹"),
            (1e7, "1.00 × 10⁷"),
            (-1e7, "−1.00 × 10⁷"),
            (2.5e8, "2.50 × 10⁸"),
            (1.234e15, "1.23 × 10¹⁵"),
            (1e22, "1.00 × 10²²"),
            (-9.99e99, "−9.99 × 10⁹⁹"),
            (1e300, "1.00 × 10³⁰⁰"),
            (f64::MAX, "1.80 × 10³⁰⁸"),
            (f64::MIN, "−1.80 × 10³⁰⁸"),
            (f64::INFINITY, "infinite"),
            (f64::NAN, "undefined"),
        ] {
            for decimals in [0, 2, 6] {
                assert_eq!(ENGLISH.fixed(value, decimals), text);
            }
            assert!(
                ENGLISH.percent(value).chars().count() < 20 && typed(value).len() < 25,
                "{value}"
            );
            let again: f64 = typed(value).parse().unwrap();
            assert!(again == value || again.is_nan(), "{value}");
        }
        assert_eq!(ENGLISH.fixed(9_999_999.0, 0), "9999999");
    }

    #[test]
    fn neighbouring_ticks_differ_and_are_what_they_say() {
        let steps = |from: f64, step: f64| -> Vec<f64> {
            (0..5).map(|index| from + f64::from(index) * step).collect()
        };
        #[rustfmt::skip]
        let cases = [
            (2.7, 1e-8), (7.29, 5e-8), (0.0, 1e-8), (1e5, 1.0), (123_456.0, 2.0), (1e6, 1e-3), (-2.7, 1e-9),
            (1e12, 1.0), (1e20, 1e6), (0.001, 1e-9), (1e-7, 1e-12), (0.0, 0.2), (-4.0, 2.0), (99_999.0, 1.0), (3.0, 1e-13),
            (-0.5e-3, 2.5e-4), (1e300, 1e295),
        ];
        for (from, step) in cases {
            let values = steps(from, step);
            let labels = ticks(&values);
            for (pair, value) in labels.windows(2).zip(&values) {
                assert!(pair[0] != pair[1], "{from} {step}: {labels:?}");
                let read = read(&pair[0]).unwrap();
                assert!((read - value).abs() <= 0.02 * step, "{from} {step}: {labels:?}");
            }
        }
        assert_eq!(ticks(&[0.0, 0.2, 0.4]), ["0", "0.2", "0.4"]);
        assert_eq!(ticks(&[2.7, 2.700_000_02]), ["2.70000000", "2.70000002"]);
        assert_eq!(ticks(&[100_000.0, 100_001.0]), ["100000", "100001"]);
        assert_eq!(ticks(&[]), [""; 0]);
    }
}
