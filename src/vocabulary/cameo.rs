//! The codes of CAMEO.

use std::fmt;

/// A code of CAMEO: two to four digits, "057".
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct CameoCode([u8; Self::LENGTH]);

impl CameoCode {
    /// How many digits a code has at most.
    pub(crate) const LENGTH: usize = 4;

    /// The code; what stands behind its fourth digit is left out.
    pub(crate) const fn new(code: &str) -> Self {
        let mut digits = [0; Self::LENGTH];
        let mut at = 0;
        while at < code.len() && at < Self::LENGTH {
            digits[at] = code.as_bytes()[at];
            at += 1;
        }
        Self(digits)
    }

    /// Whether it is this one.
    #[inline]
    pub(crate) fn is(self, code: &str) -> bool {
        self == Self::new(code)
    }

    /// Whether its first digits are these.
    pub(crate) fn begins_with(self, digits: &str) -> bool {
        self.0.starts_with(digits.as_bytes())
    }

    pub(crate) fn as_str(&self) -> &str {
        let length = self.0.iter().position(|&digit| digit == 0).unwrap_or(Self::LENGTH);
        std::str::from_utf8(&self.0[..length]).unwrap_or_default()
    }
}

impl fmt::Debug for CameoCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_its_digits() {
        assert_eq!(["01", "057", "1823"].map(|code| CameoCode::new(code).as_str().to_owned()), ["01", "057", "1823"]);
    }
}
