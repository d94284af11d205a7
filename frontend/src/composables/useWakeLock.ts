import { onBeforeUnmount, onMounted } from 'vue'

/** Keeps the screen lit while a card is being scanned, where the browser can. */
export function useWakeLock() {
  let lock: WakeLockSentinel | undefined

  async function hold() {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
    lock = await navigator.wakeLock.request('screen').catch(() => undefined)
  }

  onMounted(() => {
    void hold()
    document.addEventListener('visibilitychange', hold)
  })
  onBeforeUnmount(() => {
    document.removeEventListener('visibilitychange', hold)
    void lock?.release()
  })
}
