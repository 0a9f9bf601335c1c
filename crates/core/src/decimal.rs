//! Numbers from text and as text.
//!
//! The same bits as from [`str::parse`] and the same digits as from Rust's formatting,
//! whose tables of powers of ten and code are a tenth of all that the page loads: few
//! numbers are read and written, so long division will do.

/// How many digits can matter: no midpoint between two numbers has more.
const DIGITS: usize = 770;

/// A number as Rust writes it: `-1.5`, `.5e-3`, `inf`, `nan`.
pub fn parse(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let size = [("nan", f64::NAN), ("inf", f64::INFINITY), ("infinity", f64::INFINITY)]
        .into_iter()
        .find(|(word, _)| unsigned.eq_ignore_ascii_case(word))
        .map(|(_, value)| value)
        .or_else(|| parse_digits(unsigned))?;
    Some(if text.starts_with('-') { -size } else { size })
}

fn parse_digits(text: &str) -> Option<f64> {
    let (mut digits, mut any, mut point, mut exponent) = (Vec::new(), false, false, 0i64);
    for (place, byte) in text.bytes().enumerate() {
        match byte {
            b'0'..=b'9' => {
                any = true;
                exponent -= i64::from(point);
                match byte - b'0' {
                    0 if digits.is_empty() => {}
                    digit if digits.len() < DIGITS => digits.push(digit),
                    digit => {
                        // Of all further digits only counts whether they are 0.
                        exponent += 1;
                        digits[DIGITS - 1] |= u8::from(digit > 0);
                    }
                }
            }
            b'.' if !point => point = true,
            b'e' | b'E' => {
                exponent = exponent.saturating_add(whole(&text.as_bytes()[place + 1..])?);
                break;
            }
            _ => return None,
        }
    }
    any.then(|| nearest(&digits, exponent))
}

/// A whole number that stands after an `e`; one too large for anything becomes large.
fn whole(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text {
        [sign @ (b'-' | b'+'), digits @ ..] => (*sign == b'-', digits),
        digits => (false, digits),
    };
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let size = digits
        .iter()
        .fold(0, |size: i64, digit| (10 * size + i64::from(digit - b'0')).min(1 << 40));
    Some(if negative { -size } else { size })
}

/// The number nearest to digits × 10^exponent; of two, the even one.
fn nearest(digits: &[u8], exponent: i64) -> f64 {
    let magnitude = digits.len() as i64 + exponent;
    if digits.is_empty() || magnitude < -330 {
        return 0.0;
    }
    if magnitude > 310 {
        return f64::INFINITY;
    }
    if digits.len() <= 15 && exponent.abs() <= 22 {
        // Both factors are exact, so that one rounding is left.
        let whole = digits.iter().fold(0.0, |whole, digit| 10.0 * whole + f64::from(*digit));
        let power = (0..exponent.abs()).fold(1.0, |power, _| 10.0 * power);
        return if exponent < 0 { whole / power } else { whole * power };
    }
    by_division(digits, exponent)
}

/// The same of any number of digits, by long division. Few numbers need it.
#[inline(never)]
fn by_division(digits: &[u8], exponent: i64) -> f64 {
    let (mut above, mut below) = (Large(vec![0]), Large(vec![1]));
    digits.iter().for_each(|digit| above.times_plus(10, u32::from(*digit)));
    let scaled = if exponent < 0 { &mut below } else { &mut above };
    (0..exponent.abs()).for_each(|_| scaled.times_plus(10, 0));

    // Shifted so that the quotient has 63 or 64 bits, then divided bit by bit.
    let shift = 63 + below.bits() - above.bits();
    if shift < 0 { &mut below } else { &mut above }.double(shift.unsigned_abs());
    below.double(63);
    let mut quotient = 0u64;
    for _ in 0..64 {
        quotient <<= 1;
        if above.take(&below) {
            quotient |= 1;
        }
        above.double(1);
    }
    // The last bit is too low to be rounded to: it tells that something is left.
    quotient |= u64::from(above.bits() > 0);

    // quotient / 2^shift in units of the result's last place, that of subnormal numbers
    // at the least.
    let top = 63 - i64::from(quotient.leading_zeros());
    let last = (top - 52).max(shift - 1074);
    if last > 64 {
        return 0.0;
    }
    let units = quotient.checked_shr(last as u32).unwrap_or(0);
    let rest = quotient << (64 - last);
    let half = 1 << 63;
    let up = rest > half || rest == half && units % 2 == 1;
    // A carry moves on into the exponent, and from the largest one to infinity.
    let bits = (((last - shift + 1074) as u64) << 52) + units + u64::from(up);
    f64::from_bits(bits.min(f64::INFINITY.to_bits()))
}

/// The fewest digits that are read as this number again, as Rust's `{}` writes it.
pub fn shortest(value: f64) -> String {
    if value.is_nan() || value == 0.0 || value.is_infinite() {
        let text = if value.is_nan() { "NaN" } else { "inf" };
        return sign(value) + if value == 0.0 { "0" } else { text };
    }
    let size = value.abs();
    // Below a power of two, numbers are twice as dense as above: there the nearest digits
    // may be read as its neighbour while the next ones up are not.
    let steps = if size.to_bits() << 12 == 0 { 1 } else { 0 };
    let (digits, exponent) = (1..17)
        .find_map(|count| {
            let (exponent, digits) = leading(size, count, Tie::Up);
            (0..=steps).find_map(|more| {
                let digits = Large::from_digits(&digits).plus(more).into_digits();
                let power = exponent - count as i32 + 1;
                (nearest(&digits, power.into()) == size).then_some((digits, power))
            })
        })
        .unwrap_or_else(|| {
            let (exponent, digits) = leading(size, 17, Tie::Up);
            (digits, exponent - 16)
        });
    let mut digits = digits;
    digits.extend((0..exponent).map(|_| 0));
    sign(value) + &with_point(digits, -exponent.min(0) as usize)
}

/// With so many digits after the point, as Rust's `{:.2}` writes it.
pub fn fixed(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return shortest(value);
    }
    sign(value)
        + &with_point(scaled(value.abs(), decimals as i32, Tie::Even).into_digits(), decimals)
}

/// The digits before and after the point of a number from 1 to 10, and the power of ten
/// that it is multiplied by: what Rust's `{:.2e}` writes on both sides of its `e`. The
/// number is finite.
pub fn scientific(value: f64, decimals: usize) -> (String, i32) {
    let (exponent, digits) = match value == 0.0 {
        true => (0, vec![0; decimals + 1]),
        false => leading(value.abs(), decimals + 1, Tie::Even),
    };
    (sign(value) + &with_point(digits, decimals), exponent)
}

fn sign(value: f64) -> String {
    let negative = value.is_sign_negative() && !value.is_nan();
    if negative { "-".into() } else { String::new() }
}

/// These digits with a point before the last `decimals`.
fn with_point(mut digits: Vec<u8>, decimals: usize) -> String {
    let lacking = (decimals + 1).saturating_sub(digits.len());
    digits.splice(0..0, (0..lacking).map(|_| 0));
    let point = digits.len() - decimals;
    let mut text = String::new();
    for (place, digit) in digits.iter().enumerate() {
        if place == point {
            text.push('.');
        }
        text.push(char::from(b'0' + digit));
    }
    text
}

/// The first digits of a number above 0, rounded, and the power of ten of the first.
fn leading(value: f64, count: usize, tie: Tie) -> (i32, Vec<u8>) {
    let (_, power) = parts(value);
    // The number of bits times log 2 is too small by less than two.
    let mut exponent = ((power + 52) * 30103).div_euclid(100_000) - 17;
    loop {
        let digits = scaled(value, count as i32 - 1 - exponent, tie).into_digits();
        if digits.len() == count && digits[0] > 0 {
            return (exponent, digits);
        }
        exponent += (digits.len() as i32 - count as i32).max(1);
    }
}

/// Which of two numbers that are equally near is taken. Rust has one for the fewest digits
/// and one for a given count.
#[derive(Clone, Copy, PartialEq)]
enum Tie {
    Up,
    Even,
}

/// A finite number's size as a whole number times a power of two.
fn parts(size: f64) -> (u64, i32) {
    let (exponent, mantissa) = (size.to_bits() >> 52, size.to_bits() & ((1 << 52) - 1));
    match exponent {
        0 => (mantissa, -1074),
        _ => (mantissa | 1 << 52, exponent as i32 - 1075),
    }
}

/// The whole number nearest to size × 10^power.
fn scaled(size: f64, power: i32, tie: Tie) -> Large {
    let (mantissa, two) = parts(size);
    let mut number = Large(vec![mantissa as u32, (mantissa >> 32) as u32]);
    (0..power).for_each(|_| number.times_plus(10, 0));
    // Twice as much: the last bit is the half that decides.
    number.double(two.max(0) as u64 + 1);
    let halvings = -two.min(0);
    let mut rest = false;
    for _ in 0..halvings / 31 {
        rest |= number.divide(1 << 31) > 0;
    }
    rest |= number.divide(1 << (halvings % 31)) > 0;
    (power..0).for_each(|_| rest |= number.divide(10) > 0);
    let half = number.divide(2) == 1;
    let up = rest || tie == Tie::Up || number.0[0] % 2 == 1;
    number.plus(u32::from(half && up))
}

/// A whole number of any size, 32 bits a place, the lowest first.
struct Large(Vec<u32>);

impl Large {
    fn from_digits(digits: &[u8]) -> Large {
        let mut number = Large(vec![0]);
        digits.iter().for_each(|digit| number.times_plus(10, u32::from(*digit)));
        number
    }

    /// Its decimal digits, the first above 0 or the only one.
    fn into_digits(mut self) -> Vec<u8> {
        let mut digits = vec![self.divide(10) as u8];
        while self.bits() > 0 {
            digits.push(self.divide(10) as u8);
        }
        digits.reverse();
        digits
    }

    fn plus(mut self, summand: u32) -> Large {
        self.times_plus(1, summand);
        self
    }

    /// Divides it; what is left over comes back.
    fn divide(&mut self, by: u32) -> u32 {
        let mut rest = 0;
        for place in self.0.iter_mut().rev() {
            let whole = rest << 32 | u64::from(*place);
            *place = (whole / u64::from(by)) as u32;
            rest = whole % u64::from(by);
        }
        rest as u32
    }

    fn times_plus(&mut self, factor: u32, summand: u32) {
        let mut carry = u64::from(summand);
        for place in &mut self.0 {
            carry += u64::from(*place) * u64::from(factor);
            *place = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    fn double(&mut self, times: u64) {
        for _ in 0..times / 31 {
            self.times_plus(1 << 31, 0);
        }
        self.times_plus(1 << (times % 31), 0);
    }

    fn bits(&self) -> i64 {
        let places = self.0.iter().rposition(|place| *place > 0).map_or(0, |last| last + 1);
        match places {
            0 => 0,
            _ => 32 * places as i64 - i64::from(self.0[places - 1].leading_zeros()),
        }
    }

    /// Takes `other` away if it is not larger. Says whether it did.
    fn take(&mut self, other: &Large) -> bool {
        self.0.resize(self.0.len().max(other.0.len()), 0);
        let other = other.0.iter().copied().chain(std::iter::repeat(0));
        let mut borrow = false;
        let difference: Vec<u32> = self
            .0
            .iter()
            .zip(other)
            .map(|(place, other)| {
                let (difference, first) = place.overflowing_sub(other);
                let (difference, second) = difference.overflowing_sub(u32::from(borrow));
                borrow = first || second;
                difference
            })
            .collect();
        if !borrow {
            self.0 = difference;
        }
        !borrow
    }
}
