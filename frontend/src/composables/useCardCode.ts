import { onUnmounted, ref, shallowRef, watch, type Ref } from 'vue'
import { answerOf, client } from '@/api/client'
import { codeKey, codeOf, fromBase32 } from '@/barcode/totp'
import { keepCardKey, readCardKey, type CardKey } from './cardKeys'

/**
 * The changing code of a card. The key comes from the server once and is kept here, so that codes are made without a connection,
 * too; its clock is set by the server's whenever there is one. No code where the browser has no cryptography (plain http).
 */
export function useCardCode(number: Ref<string | undefined>) {
  const code = ref('')
  /** The share of the code's time that is left, 1 to 0. */
  const left = ref(0)
  const key = shallowRef<CardKey>()
  let shownStep = -1

  async function fetchKey(wanted: string) {
    if (!globalThis.crypto?.subtle) return
    const kept = await readCardKey(wanted)
    if (kept && number.value === wanted) key.value = kept
    try {
      const asked = Date.now()
      const seed = await answerOf(client.POST('/members/me/card-seeds', { body: { number: wanted } }))
      const fresh: CardKey = {
        number: wanted,
        key: await codeKey(fromBase32(seed.seed)),
        stepSeconds: seed.stepSeconds,
        digits: seed.digits,
        ahead: new Date(seed.now).getTime() - (asked + Date.now()) / 2,
      }
      if (number.value === wanted) key.value = fresh
      await keepCardKey(fresh)
    } catch {
      // What was kept goes on making codes; without it the card is shown to earn.
    }
  }

  async function tick() {
    const using = key.value
    if (!using) return
    const seconds = (Date.now() + using.ahead) / 1000
    const step = Math.floor(seconds / using.stepSeconds)
    left.value = 1 - (seconds / using.stepSeconds - step)
    if (step === shownStep) return
    shownStep = step
    const made = await codeOf(using.key, step, using.digits)
    if (key.value === using) code.value = made
  }

  watch(
    number,
    (wanted) => {
      code.value = ''
      key.value = undefined
      if (wanted) void fetchKey(wanted)
    },
    { immediate: true },
  )
  watch(key, () => {
    shownStep = -1
    void tick()
  })
  const clock = setInterval(() => void tick(), 500)
  onUnmounted(() => clearInterval(clock))

  return { code, left }
}
