//! What one entity does to another: PLOVER's event types and two of our own.

use super::words;

words! {
    /// The four classes of events, by word or deed and by sign.
    Class, "class of events" {
        /// Words that cooperate.
        VerbalCooperation = "verbal cooperation",
        /// Deeds that cooperate.
        MaterialCooperation = "material cooperation",
        /// Words of conflict.
        VerbalConflict = "verbal conflict",
        /// Deeds of conflict.
        MaterialConflict = "material conflict",
    }
}

words! {
    /// Whether an event is one of cooperation or of conflict, as its class says.
    Sign, "sign" {
        /// Cooperates, by word or deed.
        Cooperation = "cooperation",
        /// Conflicts, by word or deed.
        Conflict = "conflict",
    }
}

impl Class {
    /// Returns the sign that all events of the class have.
    ///
    /// ```
    /// use detente::{Class, Sign};
    ///
    /// assert_eq!(Class::VerbalConflict.sign(), Sign::Conflict);
    /// ```
    pub const fn sign(self) -> Sign {
        match self {
            Self::VerbalCooperation | Self::MaterialCooperation => Sign::Cooperation,
            Self::VerbalConflict | Self::MaterialConflict => Sign::Conflict,
        }
    }
}

words! {
    /// The type of an event: the sixteen of PLOVER (2021), and [`Join`](Self::Join) and
    /// [`Withdraw`](Self::Withdraw), which blocs need.
    ///
    /// Imposing economic sanctions is [`Coerce`](Self::Coerce); [`Sanction`](Self::Sanction) is cutting relations.
    EventType, "event type" {
        /// Promises or agrees to do something.
        Agree = "AGREE",
        /// Meets, visits, hosts, telephones, mediates.
        Consult = "CONSULT",
        /// Backs, praises, recognises, signs a treaty, apologises.
        Support = "SUPPORT",
        /// Yields to a demand.
        Concede = "CONCEDE",
        /// Applies to, accedes to or joins a bloc.
        Join = "JOIN",
        /// Works, trades, exercises or shares with.
        Cooperate = "COOPERATE",
        /// Gives, lends, sells or supplies; protects; keeps peace.
        Aid = "AID",
        /// Withdraws troops, ceases fire, releases, lifts sanctions.
        Retreat = "RETREAT",
        /// Asks, demands, urges, appeals.
        Request = "REQUEST",
        /// Criticises, blames, condemns, investigates.
        Accuse = "ACCUSE",
        /// Refuses, declines, defies, vetoes.
        Reject = "REJECT",
        /// Warns, sets an ultimatum.
        Threaten = "THREATEN",
        /// Demonstrates, riots, boycotts.
        Protest = "PROTEST",
        /// Cuts or reduces relations, stops aid, expels.
        Sanction = "SANCTION",
        /// Masses, alerts or deploys forces against.
        Mobilize = "MOBILIZE",
        /// Imposes sanctions or an embargo, blockades, occupies, seizes, arrests, bans.
        Coerce = "COERCE",
        /// Attacks, invades, bombs, kills.
        Assault = "ASSAULT",
        /// Leaves a bloc, or suspends or freezes its membership.
        Withdraw = "WITHDRAW",
    }
}

impl EventType {
    /// Returns the class that the type belongs to.
    ///
    /// ```
    /// use detente::{Class, EventType};
    ///
    /// assert_eq!(EventType::Coerce.class(), Class::MaterialConflict);
    /// ```
    pub const fn class(self) -> Class {
        match self {
            Self::Agree | Self::Consult | Self::Support | Self::Concede | Self::Join => Class::VerbalCooperation,
            Self::Cooperate | Self::Aid | Self::Retreat => Class::MaterialCooperation,
            Self::Request | Self::Accuse | Self::Reject | Self::Threaten => Class::VerbalConflict,
            Self::Protest | Self::Sanction | Self::Mobilize | Self::Coerce | Self::Assault | Self::Withdraw => {
                Class::MaterialConflict
            }
        }
    }
}

words! {
    /// How an event is put forward: as done, or as said, meant, asked, denied.
    Modality, "modality" {
        /// Told as a fact.
        Asserted = "asserted",
        /// Told as what somebody says.
        Attributed = "attributed",
        /// Meant to happen.
        Planned = "planned",
        /// Recalled from before the story.
        Past = "past",
        /// Threatened only.
        Threatened = "threatened",
        /// Asked for only.
        Asked = "asked",
        /// Denied.
        Denied = "denied",
        /// A condition or a possibility.
        Hypothetical = "hypothetical",
    }
}

impl Modality {
    /// Returns whether an event so told is of the story that the article tells, and more than a thought: done, said or
    /// meant. What is only recalled from before the story, and what is threatened, asked for, denied or supposed, is
    /// not.
    pub const fn is_of_the_story(self) -> bool {
        matches!(self, Self::Asserted | Self::Attributed | Self::Planned)
    }
}

words! {
    /// The part of a state or society that acts.
    Sector, "sector" {
        /// Government and its officials.
        Government = "GOV",
        /// Armed forces.
        Military = "MIL",
        /// Police and other security services.
        Police = "COP",
        /// Intelligence services.
        Spy = "SPY",
        /// Parliament.
        Legislature = "LEG",
        /// Courts.
        Judiciary = "JUD",
        /// The opposition.
        Opposition = "OPP",
        /// Rebels and insurgents.
        Rebels = "REB",
        /// Business.
        Business = "BUS",
        /// Media.
        Media = "MED",
        /// Civilians.
        Civilians = "CVL",
    }
}
