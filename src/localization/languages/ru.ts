import type { Language } from '../catalog.ts';

export const createStrings: Language<'one' | 'few' | 'many'> = ({ plural, say }) => {
  const participants = (count: number): string =>
    plural(count, { one: '# участник', few: '# участника', many: '# участников', other: '# участника' });
  return {
    chat: 'Чат',
    openChat: 'Открыть чат',
    closeChat: 'Закрыть чат',
    loadingChat: 'Загрузка чата…',
    chatNotLoaded: 'Не удалось загрузить чат.',
    back: 'Назад',
    send: 'Отправить',
    cancel: 'Отмена',
    retry: 'Повторить',
    delete: 'Удалить',
    dismiss: 'Закрыть',
    unreadMessages: (count) =>
      plural(count, {
        one: '# непрочитанное сообщение',
        few: '# непрочитанных сообщения',
        many: '# непрочитанных сообщений',
        other: '# непрочитанного сообщения',
      }),
    moreThan: (count) => `${count}+`,
    openChatWith: (unreadMessages) => `Открыть чат, ${unreadMessages}`,

    online: 'В сети',
    offline: 'Не в сети',
    lastSeen: (when) => say`Последний визит ${when}`,
    participants,
    participantsAndOnline: (count, online) => `${participants(count)}, ${say`${online} в сети`}`,

    rooms: 'Беседы',
    newRoom: 'Новый чат',
    filterRooms: 'Поиск бесед',
    loadingRooms: 'Загрузка бесед…',
    noRooms: 'Бесед пока нет',
    noRoomsHint: 'Начните беседу, и она появится здесь.',
    roomsUnavailable: 'Нет соединения',
    roomsUnavailableHint: 'Ваши беседы появятся здесь после подключения.',
    noRoomsMatch: (query) => say`По запросу «${query}» ничего не найдено`,
    clearFilter: 'Очистить поиск',
    roomsFound: (count) =>
      plural(count, {
        one: 'Найдена # беседа',
        few: 'Найдено # беседы',
        many: 'Найдено # бесед',
        other: 'Найдено # беседы',
      }),
    previewBy: (author) => say`${author}:`,
    unknownMessage: 'Сообщение нового типа',

    you: 'Вы',
    messageBy: (author, time) => say`${author}, ${time}`,
    messagePending: 'Отправка…',
    messageWaiting: 'Будет отправлено после подключения',
    messageSent: 'Отправлено',
    messageFailed: 'Не отправлено',
    messageFailedBecause: (reason) => say`Не отправлено: ${reason}`,
    copyText: 'Копировать текст',
    textCopied: 'Текст скопирован',
    textNotCopied: 'Не удалось скопировать текст.',
    showImage: 'Показать изображение',
    imageNotLoaded: 'Не удалось загрузить изображение.',
    unknownMessageType: (type) => say`Это сообщение (${type}) нельзя показать здесь`,

    messagesIn: (room) => say`Сообщения: ${room}`,
    loadingMessages: 'Загрузка сообщений…',
    noMessages: 'Сообщений пока нет.',
    noMessagesHint: 'Поздоровайтесь.',
    noRoomOpen: 'Беседа не открыта',
    noRoomOpenHint: 'Выберите беседу из списка, чтобы читать и писать.',
    newMessagesHere: 'Новые сообщения',
    conversationBegins: 'Начало беседы',
    loadingOlderMessages: 'Загрузка более ранних сообщений…',
    messagesNotLoaded: 'Не удалось загрузить сообщения.',
    olderMessagesNotLoaded: 'Не удалось загрузить более ранние сообщения.',
    olderMessagesLoaded: (count) =>
      plural(count, {
        one: 'Загружено # более раннее сообщение',
        few: 'Загружено # более ранних сообщения',
        many: 'Загружено # более ранних сообщений',
        other: 'Загружено # более раннего сообщения',
      }),
    messagesMayBeMissing: 'Здесь могут отсутствовать сообщения',
    newMessages: (count) =>
      plural(count, {
        one: '# новое сообщение',
        few: '# новых сообщения',
        many: '# новых сообщений',
        other: '# нового сообщения',
      }),
    messagesFailed: (count) =>
      plural(count, {
        one: '# сообщение не отправлено',
        few: '# сообщения не отправлены',
        many: '# сообщений не отправлено',
        other: '# сообщения не отправлено',
      }),
    newMessagesBelow: (count) => `Новых: ${count}`,
    jumpToLatest: 'К последним сообщениям',
    messageArrived: (author, text) => say`${author}: ${text}`,

    writeMessage: 'Сообщение',
    writeMessageTo: (room) => say`Сообщение для ${room}`,
    readonlyRoom: 'Вы можете читать эту беседу, но не писать в неё.',
    charactersLeft: (count) =>
      plural(count, {
        one: 'Остался # символ',
        few: 'Осталось # символа',
        many: 'Осталось # символов',
        other: 'Осталось # символа',
      }),
    charactersTooMany: (count) =>
      plural(count, {
        one: '# лишний символ',
        few: '# лишних символа',
        many: '# лишних символов',
        other: '# лишнего символа',
      }),

    suggestions: 'Подсказки',
    suggestionCount: (count) =>
      plural(count, { one: '# подсказка', few: '# подсказки', many: '# подсказок', other: '# подсказки' }),

    insertEmoji: 'Вставить эмодзи',
    searchEmoji: 'Поиск эмодзи',
    emojiFound: (count) =>
      count === 0
        ? 'Эмодзи не найдены'
        : plural(count, {
            one: 'Найдено # эмодзи',
            few: 'Найдено # эмодзи',
            many: 'Найдено # эмодзи',
            other: 'Найдено # эмодзи',
          }),
    emojiNotLoaded: 'Не удалось загрузить эмодзи.',
    emojiGroups: {
      recent: 'Недавние',
      smileys: 'Смайлики и эмоции',
      people: 'Люди и тело',
      nature: 'Животные и природа',
      food: 'Еда и напитки',
      travel: 'Путешествия и места',
      activities: 'Занятия',
      objects: 'Предметы',
      symbols: 'Символы',
      flags: 'Флаги',
    },

    onePersonTypes: (name) => say`${name} печатает…`,
    twoPeopleType: (first, second) => say`${first} и ${second} печатают…`,
    severalPeopleType: 'Несколько человек печатают…',

    connecting: 'Подключение…',
    reconnecting: 'Восстанавливаем соединение… Написанное отправится, когда связь вернётся.',
    reconnectingAttempt: (attempt) => say`попытка ${attempt}`,
    connectNow: 'Подключиться сейчас',
    youAreOffline: 'Вы не в сети. Написанное отправится, когда связь вернётся.',
    notSignedIn: 'Сервер не принял ваш вход. Войдите ещё раз.',
    connectionFailed: 'Нет соединения с сервером.',
    connectedAgain: 'Соединение восстановлено',

    failures: {
      connection_lost: 'Соединение потеряно.',
      invalid_server_url: 'Недопустимый адрес сервера чата.',
      message_refused: 'Сервер каждый раз разрывал соединение. Возможно, сообщение слишком длинное.',
      message_too_long: 'Сообщение слишком длинное.',
      no_answer: 'Сервер не ответил. Попробуйте ещё раз.',
      no_echo: 'Сервер не подтвердил получение.',
      not_connected: 'Попробуйте ещё раз, когда связь вернётся.',
      rate_limited: 'Слишком много запросов сразу. Подождите немного и попробуйте ещё раз.',
      server_disconnect: 'Сервер разорвал соединение.',
      too_large: 'Это больше, чем принимает сервер.',
      unsendable: 'Не удалось подготовить сообщение к отправке.',
    },

    notices: 'Ошибки',
    noticeCount: (count) => `${count}×`,
    dismissNotice: (message) => say`Закрыть: ${message}`,

    roomKind: 'Тип беседы',
    directRoom: 'Личная',
    groupRoom: 'Группа',
    groupName: 'Название группы',
    directRecipient: 'Кому',
    groupMembers: 'Участники',
    findPeople: 'Имя или эл. почта',
    findPeopleHint: 'Выберите из списка или введите имя, адрес эл. почты либо ID.',
    nobodyKnown: 'Пока некого выбрать. Введите имя, адрес эл. почты или ID.',
    knownPeople: 'Знакомые люди',
    chosenPeople: 'Выбранные люди',
    removePerson: (name) => say`Убрать: ${name}`,
    addByEmail: (text) => say`Добавить эл. почту «${text}»`,
    addByName: (text) => say`Добавить имя «${text}»`,
    addById: (text) => say`Добавить ID «${text}»`,
    createDirectRoom: 'Начать чат',
    createGroup: 'Создать группу',
    creatingRoom: 'Создание…',
    groupNameMissing: 'Дайте группе название.',
    recipientMissing: 'Выберите, кому написать.',
    membersMissing: 'Выберите хотя бы одного человека.',
    personPending: (text) => say`Укажите, кто такой «${text}», или очистите поле.`,
    roomNotCreated: (reason) => say`Не создано: ${reason}`,
  };
};
