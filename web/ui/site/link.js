// Parts of a link.

/** What a link says beside the scenario: how the reader looks at it, and how an ensemble is drawn. */
export const VIEW = /&(runs|seed|block|lang|unit|band|band_of|hide|scale|zoom|controls|pin|pin2|pin3)=[^&]*/g;
