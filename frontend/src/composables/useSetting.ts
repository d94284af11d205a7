import { ref, shallowRef } from 'vue'
import { answerOf } from '@/api/client'
import { asProblem, type Problem } from '@/api/problem'
import { useAction } from './useAction'

type Call<Value> = Promise<{ data?: Value; error?: unknown; response: Response }>

/** A setting to be read and changed: its version is kept from reading to changing, so that nobody's change is lost. */
export function useSetting<Value>(read: () => Call<Value>, write: (value: Value, version: string) => Call<Value>) {
  const value = shallowRef<Value>()
  const status = ref<'pending' | 'success' | 'error'>('pending')
  const error = shallowRef<Problem>()
  const saved = ref(false)
  let version = ''

  async function keep(call: Call<Value>) {
    const answer = await call
    const body = await answerOf(Promise.resolve(answer))
    version = answer.response.headers.get('ETag') ?? ''
    value.value = body
  }

  async function load() {
    status.value = 'pending'
    try {
      await keep(read())
      status.value = 'success'
    } catch (failure) {
      error.value = asProblem(failure)
      status.value = 'error'
    }
  }

  const { run: save, busy, problem } = useAction(async (changed: Value) => {
    saved.value = false
    await keep(write(changed, version))
    saved.value = true
  })

  void load()

  return { value, status, error, load, save, saved, busy, problem }
}
