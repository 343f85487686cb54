// The native limit of a draw's selection: SHA-256 of `h || USCC` for so many codes with the midstate of `h` kept, the lowest 3 % by hash,
// sorted. Prints the seconds of the fastest of several runs.
#include <openssl/sha.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct { uint64_t key; uint32_t index; } Ticket;

static int byKey(const void *a, const void *b) {
  const uint64_t x = ((const Ticket *)a)->key, y = ((const Ticket *)b)->key;
  return x < y ? -1 : x > y;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
  const uint32_t count = argc > 1 ? (uint32_t)atoi(argv[1]) : 1000000, take = (count * 3 + 99) / 100;
  char *codes = malloc((size_t)count * 19);
  Ticket *tickets = malloc(sizeof(Ticket) * count);
  for (uint32_t i = 0; i < count; i++) snprintf(codes + (size_t)i * 19, 19, "91150203Y%09u", i);
  double fastest = 1e9;
  for (int run = 0; run < 5; run++) {
    const double start = now();
    SHA256_CTX front;
    SHA256_Init(&front);
    SHA256_Update(&front, "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b", 64);
    for (uint32_t i = 0; i < count; i++) {
      SHA256_CTX context = front;
      unsigned char hash[32];
      SHA256_Update(&context, codes + (size_t)i * 19, 18);
      SHA256_Final(hash, &context);
      uint64_t key;
      memcpy(&key, hash, 8);
      tickets[i].key = __builtin_bswap64(key);
      tickets[i].index = i;
    }
    // What can't be among the lowest is left out before sorting: hashes are even, so twice the share holds them.
    const uint64_t bound = UINT64_MAX / 100 * 6;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++)
      if (tickets[i].key < bound) tickets[kept++] = tickets[i];
    qsort(tickets, kept, sizeof(Ticket), byKey);
    const double seconds = now() - start;
    if (kept < take) return 1;
    if (seconds < fastest) fastest = seconds;
  }
  printf("%.4f\n", fastest);
  return 0;
}
