//! The offices that leaders hold.

use super::words;

words! {
    /// An office, by what it does rather than by what one state calls it.
    Office, "office" {
        /// King, queen, emir, sultan, emperor, grand duke, pope.
        Monarch = "monarch",
        /// President of a republic.
        President = "president",
        /// Vice-president.
        VicePresident = "vice-president",
        /// Prime minister, premier, taoiseach, chair of a council of ministers.
        PrimeMinister = "prime-minister",
        /// Deputy prime minister.
        DeputyPrimeMinister = "deputy-prime-minister",
        /// Chancellor as head of government.
        Chancellor = "chancellor",
        /// Heir to a monarch.
        CrownPrince = "crown-prince",
        /// Represents a monarch.
        GovernorGeneral = "governor-general",
        /// Stands above the president.
        SupremeLeader = "supreme-leader",
        /// General secretary or chair of a ruling party.
        PartyLeader = "party-leader",
        /// Any other head of state: a junta's chair, a captain regent, a member of a presidency.
        HeadOfState = "head-of-state",
        /// Any other head of government.
        HeadOfGovernment = "head-of-government",
        /// Leads without the office.
        DeFactoLeader = "de-facto-leader",
        /// Foreign minister, by any title.
        ForeignMinister = "foreign-minister",
        /// Defence minister, by any title.
        DefenceMinister = "defence-minister",
        /// Interior minister.
        InteriorMinister = "interior-minister",
        /// Finance minister.
        FinanceMinister = "finance-minister",
        /// Any other minister.
        Minister = "minister",
        /// National security adviser.
        NationalSecurityAdviser = "national-security-adviser",
        /// Secretary of a security council.
        SecurityCouncilSecretary = "security-council-secretary",
        /// Chief of the forces' staff.
        ChiefOfStaff = "chief-of-staff",
        /// Speaker of a parliament.
        Speaker = "speaker",
        /// Ambassador or envoy.
        Envoy = "envoy",
        /// Secretary-general, director-general or executive secretary of a bloc.
        SecretaryGeneral = "secretary-general",
        /// President or commission president of a bloc.
        BlocPresident = "bloc-president",
        /// Rotating chair of a bloc.
        Chair = "chair",
        /// High representative of a bloc.
        HighRepresentative = "high-representative",
        /// Head of a region or territory.
        RegionalLeader = "regional-leader",
        /// Leader of the opposition.
        OppositionLeader = "opposition-leader",
    }
}

impl Office {
    /// Returns whether who holds it leads the state, territory or bloc: these make `leads` facts.
    ///
    /// ```
    /// use detente::Office;
    ///
    /// assert!(Office::SupremeLeader.leads());
    /// assert!(!Office::ForeignMinister.leads());
    /// ```
    pub const fn leads(self) -> bool {
        matches!(
            self,
            Self::President
                | Self::PrimeMinister
                | Self::Chancellor
                | Self::Monarch
                | Self::SupremeLeader
                | Self::PartyLeader
                | Self::HeadOfState
                | Self::HeadOfGovernment
                | Self::DeFactoLeader
                | Self::SecretaryGeneral
                | Self::BlocPresident
                | Self::Chair
                | Self::RegionalLeader
        )
    }
}
