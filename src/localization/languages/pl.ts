import type { Language } from '../catalog.ts';

export const createStrings: Language<'one' | 'few' | 'many'> = ({ plural, say }) => {
  const participants = (count: number): string =>
    plural(count, { one: '# osoba', few: '# osoby', many: '# osób', other: '# osoby' });
  return {
    chat: 'Czat',
    openChat: 'Otwórz czat',
    closeChat: 'Zamknij czat',
    loadingChat: 'Wczytywanie czatu…',
    chatNotLoaded: 'Nie udało się wczytać czatu.',
    back: 'Wstecz',
    send: 'Wyślij',
    cancel: 'Anuluj',
    retry: 'Spróbuj ponownie',
    delete: 'Usuń',
    dismiss: 'Zamknij',
    unreadMessages: (count) =>
      plural(count, {
        one: '# nieprzeczytana wiadomość',
        few: '# nieprzeczytane wiadomości',
        many: '# nieprzeczytanych wiadomości',
        other: '# nieprzeczytanej wiadomości',
      }),
    moreThan: (count) => `${count}+`,
    openChatWith: (unreadMessages) => `Otwórz czat, ${unreadMessages}`,

    online: 'Online',
    offline: 'Offline',
    lastSeen: (when) => say`Ostatnio online ${when}`,
    participants,
    participantsAndOnline: (count, online) => `${participants(count)}, ${say`${online} online`}`,

    rooms: 'Rozmowy',
    newRoom: 'Nowy czat',
    filterRooms: 'Szukaj rozmów',
    loadingRooms: 'Wczytywanie rozmów…',
    noRooms: 'Nie ma jeszcze rozmów',
    noRoomsHint: 'Rozpocznij rozmowę, a pojawi się tutaj.',
    roomsUnavailable: 'Brak połączenia',
    roomsUnavailableHint: 'Rozmowy pojawią się tutaj po nawiązaniu połączenia.',
    noRoomsMatch: (query) => say`Brak wyników dla „${query}”`,
    clearFilter: 'Wyczyść wyszukiwanie',
    roomsFound: (count) =>
      plural(count, {
        one: 'Znaleziono # rozmowę',
        few: 'Znaleziono # rozmowy',
        many: 'Znaleziono # rozmów',
        other: 'Znaleziono # rozmowy',
      }),
    previewBy: (author) => say`${author}:`,
    unknownMessage: 'Nowy rodzaj wiadomości',

    you: 'Ty',
    messageBy: (author, time) => say`${author}, ${time}`,
    messagePending: 'Wysyłanie…',
    messageWaiting: 'Zostanie wysłana po nawiązaniu połączenia',
    messageSent: 'Wysłano',
    messageFailed: 'Nie wysłano',
    messageFailedBecause: (reason) => say`Nie wysłano: ${reason}`,
    copyText: 'Kopiuj tekst',
    textCopied: 'Skopiowano tekst',
    textNotCopied: 'Nie udało się skopiować tekstu.',
    showImage: 'Pokaż obraz',
    imageNotLoaded: 'Nie udało się wczytać obrazu.',
    unknownMessageType: (type) => say`Tej wiadomości (${type}) nie można tutaj wyświetlić`,

    messagesIn: (room) => say`Wiadomości: ${room}`,
    loadingMessages: 'Wczytywanie wiadomości…',
    noMessages: 'Nie ma jeszcze wiadomości.',
    noMessagesHint: 'Przywitaj się.',
    noRoomOpen: 'Nie wybrano rozmowy',
    noRoomOpenHint: 'Wybierz rozmowę z listy, aby czytać i pisać.',
    newMessagesHere: 'Nowe wiadomości',
    conversationBegins: 'Początek rozmowy',
    loadingOlderMessages: 'Wczytywanie starszych wiadomości…',
    messagesNotLoaded: 'Nie udało się wczytać wiadomości.',
    olderMessagesNotLoaded: 'Nie udało się wczytać starszych wiadomości.',
    olderMessagesLoaded: (count) =>
      plural(count, {
        one: 'Wczytano # starszą wiadomość',
        few: 'Wczytano # starsze wiadomości',
        many: 'Wczytano # starszych wiadomości',
        other: 'Wczytano # starszej wiadomości',
      }),
    messagesMayBeMissing: 'Może tu brakować wiadomości',
    newMessages: (count) =>
      plural(count, {
        one: '# nowa wiadomość',
        few: '# nowe wiadomości',
        many: '# nowych wiadomości',
        other: '# nowej wiadomości',
      }),
    messagesFailed: (count) =>
      plural(count, {
        one: 'Nie wysłano # wiadomości',
        few: 'Nie wysłano # wiadomości',
        many: 'Nie wysłano # wiadomości',
        other: 'Nie wysłano # wiadomości',
      }),
    newMessagesBelow: (count) => `Nowe: ${count}`,
    jumpToLatest: 'Przejdź do najnowszych wiadomości',
    messageArrived: (author, text) => say`${author}: ${text}`,

    writeMessage: 'Wiadomość',
    writeMessageTo: (room) => say`Wiadomość do: ${room}`,
    readonlyRoom: 'Możesz czytać tę rozmowę, ale nie możesz w niej pisać.',
    charactersLeft: (count) =>
      plural(count, {
        one: 'Pozostał # znak',
        few: 'Pozostały # znaki',
        many: 'Pozostało # znaków',
        other: 'Pozostało # znaku',
      }),
    charactersTooMany: (count) =>
      plural(count, {
        one: 'O # znak za dużo',
        few: 'O # znaki za dużo',
        many: 'O # znaków za dużo',
        other: 'O # znaku za dużo',
      }),

    suggestions: 'Podpowiedzi',
    suggestionCount: (count) =>
      plural(count, { one: '# podpowiedź', few: '# podpowiedzi', many: '# podpowiedzi', other: '# podpowiedzi' }),

    insertEmoji: 'Wstaw emoji',
    searchEmoji: 'Szukaj emoji',
    emojiFound: (count) =>
      count === 0
        ? 'Nie znaleziono emoji'
        : plural(count, {
            one: 'Znaleziono # emoji',
            few: 'Znaleziono # emoji',
            many: 'Znaleziono # emoji',
            other: 'Znaleziono # emoji',
          }),
    emojiNotLoaded: 'Nie udało się wczytać emoji.',
    emojiGroups: {
      recent: 'Ostatnio używane',
      smileys: 'Buźki i emocje',
      people: 'Ludzie i ciało',
      nature: 'Zwierzęta i przyroda',
      food: 'Jedzenie i napoje',
      travel: 'Podróże i miejsca',
      activities: 'Aktywności',
      objects: 'Przedmioty',
      symbols: 'Symbole',
      flags: 'Flagi',
    },

    onePersonTypes: (name) => say`${name} pisze…`,
    twoPeopleType: (first, second) => say`${first} i ${second} piszą…`,
    severalPeopleType: 'Kilka osób pisze…',

    connecting: 'Łączenie…',
    reconnecting: 'Ponowne łączenie… To, co napiszesz, zostanie wysłane po odzyskaniu połączenia.',
    reconnectingAttempt: (attempt) => say`próba ${attempt}`,
    connectNow: 'Spróbuj teraz',
    youAreOffline: 'Jesteś offline. To, co napiszesz, zostanie wysłane po odzyskaniu połączenia.',
    notSignedIn: 'Serwer nie przyjął logowania. Zaloguj się ponownie.',
    connectionFailed: 'Brak połączenia z serwerem.',
    connectedAgain: 'Połączono ponownie',

    failures: {
      connection_lost: 'Utracono połączenie.',
      invalid_server_url: 'Adres serwera czatu jest nieprawidłowy.',
      message_refused: 'Serwer za każdym razem kończył połączenie. Wiadomość może być za długa.',
      message_too_long: 'Wiadomość jest za długa.',
      no_answer: 'Serwer nie odpowiedział. Spróbuj ponownie.',
      no_echo: 'Serwer tego nie potwierdził.',
      not_connected: 'Spróbuj ponownie po odzyskaniu połączenia.',
      rate_limited: 'Zbyt wiele naraz. Odczekaj chwilę i spróbuj ponownie.',
      server_disconnect: 'Serwer zakończył połączenie.',
      too_large: 'To więcej, niż przyjmuje serwer.',
      unsendable: 'Nie udało się przygotować wiadomości do wysłania.',
    },

    notices: 'Błędy',
    noticeCount: (count) => `${count}×`,
    dismissNotice: (message) => say`Zamknij: ${message}`,

    roomKind: 'Rodzaj rozmowy',
    directRoom: 'Bezpośrednia',
    groupRoom: 'Grupa',
    groupName: 'Nazwa grupy',
    directRecipient: 'Do',
    groupMembers: 'Osoby',
    findPeople: 'Imię lub e-mail',
    findPeopleHint: 'Wybierz z listy albo wpisz imię, adres e-mail lub identyfikator.',
    nobodyKnown: 'Nie ma jeszcze nikogo do wyboru. Wpisz imię, adres e-mail lub identyfikator.',
    knownPeople: 'Znane osoby',
    chosenPeople: 'Wybrane osoby',
    removePerson: (name) => say`Usuń: ${name}`,
    addByEmail: (text) => say`Dodaj e-mail „${text}”`,
    addByName: (text) => say`Dodaj imię „${text}”`,
    addById: (text) => say`Dodaj identyfikator „${text}”`,
    createDirectRoom: 'Rozpocznij czat',
    createGroup: 'Utwórz grupę',
    creatingRoom: 'Tworzenie…',
    groupNameMissing: 'Nadaj grupie nazwę.',
    recipientMissing: 'Wybierz, do kogo chcesz napisać.',
    membersMissing: 'Wybierz co najmniej jedną osobę.',
    personPending: (text) => say`Wybierz, kogo oznacza „${text}”, albo wyczyść pole.`,
    roomNotCreated: (reason) => say`Nie utworzono: ${reason}`,
  };
};
