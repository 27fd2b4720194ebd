/** Every code that a client can meet, with its meaning. `docs/fouten.md` is made from this. */
export const errorCodes = {
  UNAUTHENTICATED: "Er is geen geldig token meegegeven.",
  DOEL_VEREIST: "De header Doel ontbreekt of bevat meer dan één doel.",
  DOEL_ONBEKEND: "Het doel staat niet in het gegevensuitwisselingsprotocol.",
  DOEL_NIET_TOEGESTAAN: "Het doel is voor deze partij en rol niet afgesproken.",
  PROTOCOL_NIET_GELDIG:
    "Er geldt nu geen versie van het protocol, bijvoorbeeld omdat een partij haar handtekening introk: er wordt niets gedeeld.",
  UNAUTHORIZED_FIELD_OR_TYPE:
    "Het protocol deelt dit gegeven niet met u: het veld is null, met de reden in de extensions.",
  BRONHOUDER_ONBEREIKBAAR:
    "De bronhouder van dit gegeven antwoordde niet op tijd. Later opnieuw proberen kan helpen.",
  LOGBOEK_ONBEREIKBAAR: "De inzage kon niet worden vastgelegd; daarom is er niets gedeeld.",
  BAD_USER_INPUT: "De invoer klopt niet: de melding zegt welk veld, wat er verwacht werd en wat er kwam.",
  VRAAG_TE_GROOT:
    "De vraag is groter dan één verzoek mag zijn: de melding zegt waarvan er te veel zijn en hoeveel er mogen.",
  TE_VEEL_VRAGEN:
    "Er zijn in korte tijd te veel vragen gesteld: de melding en de header Retry-After zeggen na hoeveel seconden het weer kan.",
  VRAAG_ONBEKEND:
    "Alleen vragen die uw partij vooraf heeft geregistreerd worden beantwoord, en dit is er geen.",
  BEDRIJFSREGEL: "Een regel van het domein staat dit niet toe: de melding noemt de regel en zijn bron.",
  VERSIECONFLICT: "Iemand heeft dit gewijzigd sinds u het las. Lees het opnieuw en probeer het nog eens.",
  INTERNAL_SERVER_ERROR:
    "Er ging bij ons iets mis. De melding bevat een referentie om naar te verwijzen, en verder niets.",
} as const satisfies Record<string, string>;

/** A code from the list above. Messages may change; codes are the contract. */
export type ErrorCode = keyof typeof errorCodes;
