import { ref, shallowRef } from 'vue'
import type { SessionResponse } from '@/api/types'

/** Who was signed in when the server last said that their session is over; they sign in over the page, which stays as it is. */
const expired = shallowRef<SessionResponse>()
const place = ref('')

export function sessionExpired(was: SessionResponse, at: string) {
  expired.value ??= was
  place.value = at
}

export function useExpiredSession() {
  return { expired, place, over: () => (expired.value = undefined) }
}

/** One word for whoever a session belongs to; nothing for nobody. */
export function personOf(session: SessionResponse | undefined): string | undefined {
  return session?.memberId ?? session?.staffId
}
