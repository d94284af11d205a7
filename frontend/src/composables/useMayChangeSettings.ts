import { computed } from 'vue'
import { useSession } from './useSession'

/** Whether the one who is signed in may change settings, and not only read them. */
export function useMayChangeSettings() {
  const { session } = useSession()
  return computed(() => session.value?.roles.includes('administrator') ?? false)
}
