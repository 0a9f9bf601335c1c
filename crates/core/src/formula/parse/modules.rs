//! Program text: the module in front of a name, as in `np.sin(x)`, is left out.

use super::copied::Plain;

/// Modules whose functions have the names that are known here.
const MODULES: [&str; 14] = [
    "np", "numpy", "jnp", "jax", "math", "cmath", "torch", "tf", "keras", "nn", "sp", "sympy",
    "scipy", "std",
];

/// Leaves out names of modules. Their `log` is the natural one.
pub fn without(text: Plain) -> Plain {
    let chars = &text.chars;
    let mut kept = Plain::default();
    let (mut at, mut after_module) = (0, false);
    while at < chars.len() {
        let belongs = |it: &&char| it.is_alphanumeric() || **it == '_';
        let word = match chars[at].is_alphabetic() {
            true => chars[at..].iter().take_while(belongs).count(),
            false => 0,
        };
        let name: String = chars[at..at + word].iter().collect::<String>().to_lowercase();
        if let Some(sign) = member_sign(&chars[at + word..])
            && MODULES.contains(&name.as_str())
        {
            (at, after_module) = (at + word + sign, true);
            continue;
        }
        let natural = after_module && name == "log" && !has_base(&chars[at + word..]);
        let next = at + word.max(1);
        let signs = chars[at..next].iter().zip(&text.origins[at..next]);
        for (index, (sign, origin)) in signs.enumerate() {
            match index {
                1 if natural => kept.push('n', *origin),
                2 if natural => {}
                _ => kept.push(*sign, *origin),
            }
        }
        (at, after_module) = (next, false);
    }
    kept
}

/// Length of the sign between a module and a name of it.
fn member_sign(rest: &[char]) -> Option<usize> {
    match rest {
        ['.', next, ..] if next.is_alphabetic() => Some(1),
        [':', ':', next, ..] if next.is_alphabetic() => Some(2),
        _ => None,
    }
}

/// Whether the brackets that begin here have two arguments.
fn has_base(arguments: &[char]) -> bool {
    let mut depth = 0;
    for next in arguments {
        match next {
            '(' | '[' => depth += 1,
            ')' | ']' if depth == 1 => return false,
            ')' | ']' => depth -= 1,
            ',' if depth == 1 => return true,
            _ => {}
        }
    }
    false
}
