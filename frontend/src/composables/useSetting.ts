import { computed, ref, shallowRef } from 'vue'
import { answerOf } from '@/api/client'
import { asProblem, type Problem } from '@/api/problem'
import type { ConflictField } from './conflict'
import { useAction } from './useAction'
import { useConflict } from './useConflict'

type Call<Value> = Promise<{ data?: Value; error?: unknown; response: Response }>

/** What the form of a setting holds, and how two people's work on it is told apart. */
interface Form<Value, Values> {
  values: Values
  fields: () => ConflictField<Values>[]
  /** The name under which the audit trail keeps the setting, or the act by which it tells of it. */
  trail: { name: string } | { action: string }
  /** What was read, as the form holds it; without it, as it is. */
  filled?: (value: Value) => Values
  /** What the form holds, as it is sent; `stored` is what was read last. */
  asked?: (values: Values, stored: Value | undefined) => Value
}

/**
 * A setting to be read and changed. Its version is kept from reading to changing; where two people changed it, the
 * conflict is theirs to settle, and nothing that was typed is lost.
 */
export function useSetting<Value extends object, Values extends object = Value>(read: () => Call<Value>, write: (value: Value, version: string) => Call<Value>, form: Form<Value, Values>) {
  const { values, fields, trail, filled = (stored) => stored as object as Values, asked = () => values as object as Value } = form
  const value = shallowRef<Value>()
  const status = ref<'pending' | 'success' | 'error'>('pending')
  const error = shallowRef<Problem>()
  const saved = ref(false)

  const { conflict, saving, follow } = useConflict<Values, string>({
    values,
    version: undefined,
    fields,
    read: () => stored(read()),
    trail: () => ('name' in trail ? { action: 'setting.changed', field: trail.name } : trail),
  })

  async function stored(call: Call<Value>) {
    const answer = await call
    value.value = await answerOf(Promise.resolve(answer))
    return { values: filled(value.value), version: answer.response.headers.get('ETag') ?? '' }
  }

  async function load() {
    status.value = 'pending'
    try {
      follow(await stored(read()))
      status.value = 'success'
    } catch (failure) {
      error.value = asProblem(failure)
      status.value = 'error'
    }
  }

  const { run: save, busy, problem } = useAction(async () => {
    saved.value = false
    await saving(async (version) => follow(await stored(write(asked(values, value.value), version))))
    saved.value = true
  })

  /** What is wrong at the pointer, or below it. */
  const refusal = (pointer: string) => problem.value?.errors.find((each) => each.pointer === pointer || each.pointer.startsWith(`${pointer}/`))?.detail

  /** A problem that no field can show. */
  const formProblem = computed(() => (problem.value?.errors.length ? undefined : problem.value))

  void load()

  return { value, status, error, load, save, saved, busy, problem, formProblem, refusal, conflict }
}
