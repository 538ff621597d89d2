# syntax=docker/dockerfile:1
# What is installed is what package-lock.json says, without development packages and without install scripts.
FROM node:24.11.1-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:24.11.1-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY schemas ./schemas
COPY routes ./routes
COPY web ./web
COPY models ./models
COPY src ./src
# Where batches are kept when a volume is put there.
RUN install -d -o node -g node /batches
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=2s --start-period=5s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/server.ts"]
