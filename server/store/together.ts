import { DatabaseError, type Pool } from 'pg'

interface Waiting<Question, Answer> {
  question: Question
  resolve(answer: Answer): void
  reject(error: unknown): void
}

interface Queue<Question, Answer> {
  waiting: Waiting<Question, Answer>[]
  isUnderWay: boolean
}

/** Questions in one statement. */
const most = 32

/**
 * Asks with one statement what is asked at the same time. Whoever comes alone is asked about at once; those who come while the
 * statement is under way go with the next one, all together. In a rush that spares most of the work: the way to the database and
 * back costs more than what is looked up there, and one commit is as durable for many as for one. `ask` answers in the order
 * of the questions; of those with the same key only one goes at a time.
 */
export function together<Question, Answer>(
  ask: (pool: Pool, questions: readonly Question[]) => Promise<Answer[]>,
  keyOf: (question: Question) => unknown = (question) => question,
): (pool: Pool, question: Question) => Promise<Answer> {
  const queues = new WeakMap<Pool, Queue<Question, Answer>>()

  async function start(pool: Pool, queue: Queue<Question, Answer>): Promise<void> {
    if (queue.isUnderWay || queue.waiting.length === 0) return
    queue.isUnderWay = true
    const group = takeGroup(queue)
    const settle = await askAll(pool, group)
    queue.isUnderWay = false
    // The next statement is sent before anybody goes on working with these answers.
    void start(pool, queue)
    settle()
  }

  function takeGroup(queue: Queue<Question, Answer>): Waiting<Question, Answer>[] {
    const group = new Map<unknown, Waiting<Question, Answer>>()
    const rest: Waiting<Question, Answer>[] = []
    for (const one of queue.waiting) {
      const key = keyOf(one.question)
      if (group.size < most && !group.has(key)) group.set(key, one)
      else rest.push(one)
    }
    queue.waiting = rest
    return [...group.values()]
  }

  async function askAll(pool: Pool, group: Waiting<Question, Answer>[]): Promise<() => void> {
    try {
      const questions = group.map(({ question }) => question)
      const answers = await ask(pool, questions)
      return () => {
        for (const [place, { resolve }] of group.entries()) resolve(answers[place] as Answer)
      }
    } catch (error) {
      // What the database refuses of one must not be the fate of all.
      const apart = error instanceof DatabaseError && group.length > 1
      return () => {
        for (const { question, resolve, reject } of group) {
          if (apart) ask(pool, [question]).then(([answer]) => resolve(answer as Answer), reject)
          else reject(error)
        }
      }
    }
  }

  return (pool, question) =>
    new Promise((resolve, reject) => {
      const queue = queues.get(pool) ?? { waiting: [], isUnderWay: false }
      queues.set(pool, queue)
      queue.waiting.push({ question, resolve, reject })
      void start(pool, queue)
    })
}
