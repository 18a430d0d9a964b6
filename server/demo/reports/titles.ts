import type { Random } from "../random.ts";
import { ACTS, PUBLIC_EVENTS, SUBJECTS, TOPICS, type Topic } from "./topics.ts";

type Language = "kk" | "ru";
type Wording = Readonly<Record<Language, (topic: string) => string>>;

const wording = (kk: (topic: string) => string, ru: (topic: string) => string): Wording => ({ kk, ru });

const SEMINARS: readonly Wording[] = [
  wording(
    (topic) => `«${topic}» семинары`,
    (topic) => `Семинар «${topic}»`,
  ),
  wording(
    (topic) => `«${topic}» вебинары`,
    (topic) => `Вебинар «${topic}»`,
  ),
  wording(
    (topic) => `«${topic}» тақырыбындағы дәріс`,
    (topic) => `Лекция на тему «${topic}»`,
  ),
];

const HOURS_A_DAY = 8;

const TALKS: readonly Wording[] = [
  wording(
    (topic) => `«${topic}» тақырыбындағы баяндама, дөңгелек үстел`,
    (topic) => `Доклад «${topic}» на круглом столе`,
  ),
  wording(
    (topic) => `«${topic}» тақырыбындағы баяндама, ғылыми-практикалық конференция`,
    (topic) => `Доклад «${topic}» на научно-практической конференции`,
  ),
  wording(
    (topic) => `«${topic}» тренингін жүргізу`,
    (topic) => `Проведение тренинга «${topic}»`,
  ),
];

const BOOKS: readonly Wording[] = [
  wording(
    (topic) => `«${topic}» оқу құралы`,
    (topic) => `Учебное пособие «${topic}»`,
  ),
  wording(
    (topic) => `«${topic}» монографиясы`,
    (topic) => `Монография «${topic}»`,
  ),
];

const topicOf = (random: Random, year: number): Topic => {
  const drawn = random.of(TOPICS);
  return drawn.since <= year ? drawn : topicOf(random, year);
};

/** What a title depends on: the form, the year in which the activity ended, and how many days it lasted. */
export interface Titled {
  form: string;
  year: number;
  days: number;
}

/** The title of an activity of a form, as a consultant writes it into the report. */
export function titleOf(random: Random, { form, year, days }: Titled, language: Language): string {
  const kazakh = language === "kk";
  const topic = topicOf(random, year)[language];
  switch (form) {
    case "short-programme": {
      const hours = days * HOURS_A_DAY;
      return kazakh
        ? `«${topic}» қысқа мерзімді оқыту бағдарламасы (${hours} сағат)`
        : `Краткосрочная программа обучения «${topic}» (${hours} ч.)`;
    }
    case "course": {
      const hours = days * HOURS_A_DAY;
      return kazakh
        ? `«${topic}» біліктілікті арттыру курсы (${hours} сағат)`
        : `Курс повышения квалификации «${topic}» (${hours} ч.)`;
    }
    case "talk":
      return random.of(TALKS)[language](topic);
    case "internship":
      return kazakh ? `«${topic}» бағыты бойынша тағылымдама` : `Стажировка по направлению «${topic}»`;
    case "degree-programme":
      return kazakh ? "«Құқықтану» магистратура бағдарламасы" : "Магистерская программа «Юриспруденция»";
    case "teaching": {
      const subject = random.of(SUBJECTS)[language];
      return kazakh ? `«${subject}» пәнінен сабақ беру` : `Преподавание дисциплины «${subject}»`;
    }
    case "degree":
      return kazakh ? "Философия докторы (PhD) дәрежесінің берілуі" : "Присуждение степени доктора философии (PhD)";
    case "working-group": {
      const act = random.of(ACTS)[language];
      return kazakh
        ? `${act} өзгерістер мен толықтырулар әзірлейтін жұмыс тобы`
        : `Рабочая группа по внесению изменений и дополнений ${act}`;
    }
    case "monograph":
      return random.of(BOOKS)[language](topic);
    case "public-education":
      return random.of(PUBLIC_EVENTS)[language];
    case "article":
      return kazakh ? `«${topic}» мақаласы` : `Статья «${topic}»`;
    case "media-appearance":
      return kazakh ? `«${topic}» тақырыбындағы сұхбат` : `Интервью на тему «${topic}»`;
    default:
      return random.of(SEMINARS)[language](topic);
  }
}
